package org.countenance.jws;

import java.security.SecureRandom;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.junit.jupiter.api.Nested;

/** Keys in memory, of every algorithm that signs records. */
class SigningKeyTest {

    private abstract static class OfSeed implements SignerContract {

        private final Algorithm algorithm;
        private final Bytes seed;

        OfSeed(Algorithm algorithm) {
            byte[] drawn = new byte[32];
            new SecureRandom().nextBytes(drawn);
            this.algorithm = algorithm;
            this.seed = Bytes.of(drawn);
        }

        @Override
        public Signer signer() {
            return SigningKey.fromSeed(algorithm, seed);
        }

        @Override
        public String secret() {
            return Base64Url.encode(seed);
        }
    }

    @Nested
    class Ed25519 extends OfSeed {
        Ed25519() {
            super(Algorithm.ED25519);
        }
    }

    @Nested
    class Es256 extends OfSeed {
        Es256() {
            super(Algorithm.ES256);
        }
    }

    @Nested
    class MlDsa65 extends OfSeed {
        MlDsa65() {
            super(Algorithm.ML_DSA_65);
        }
    }
}
