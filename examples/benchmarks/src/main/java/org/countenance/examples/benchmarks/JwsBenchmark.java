package org.countenance.examples.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.concurrent.TimeUnit;
import org.countenance.base.Base64Url;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.CompactJws;
import org.countenance.jws.SigningKey;
import org.countenance.jws.VerificationKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordVerifier;
import org.countenance.record.VerifiedRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One grant, read strictly and verified, and what others take for as much or less. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JwsBenchmark {

    private String grant = "";
    private String es256 = "";
    private VerificationKey key = Cast.key("nobody").verificationKey();
    private Signed signed = Signed.by(Cast.key("nobody"), org.countenance.base.Bytes.utf8(""));
    private JWSVerifier tink = algorithm();
    private JWSVerifier jdk = algorithm();

    private static JWSVerifier algorithm() {
        try {
            return new Ed25519Verifier(jwk(Cast.key("nobody")));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OctetKeyPair jwk(SigningKey key) {
        return new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        new Base64URL(Base64Url.encode(key.verificationKey().raw())))
                .build();
    }

    /** Signs. */
    @Setup
    public void sign() throws MalformedException, JOSEException {
        Cast cast = new Cast();
        cast.hosts();
        cast.people(0, 1);
        CompactJws jws = cast.grants(0, 1).get(0).record().jws();
        SigningKey signer = Cast.key(Cast.person(0));
        grant = jws.text();
        key = signer.verificationKey();
        signed = Signed.of(signer, jws);
        tink = new Ed25519Verifier(jwk(signer));
        ECKey pair = new ECKeyGenerator(Curve.P_256).generate();
        JWSObject other = new JWSObject(
                new JWSHeader(JWSAlgorithm.ES256),
                new Payload(jws.payloadBytes().toArray()));
        other.sign(new ECDSASigner(pair));
        es256 = other.serialize();
        jdk = new ECDSAVerifier(pair);
    }

    /** Bouncy Castle alone, over the same bytes. */
    @Benchmark
    public boolean bouncyCastle() {
        return signed.holds();
    }

    /** The text read strictly, its shape checked, its signature verified. */
    @Benchmark
    public VerifiedRecord strict() throws MalformedException, NotVerifiedException {
        return RecordVerifier.verify(RecordCodec.parse(CompactJws.parse(grant)), key);
    }

    /** Nimbus with Tink, over the same text. */
    @Benchmark
    public boolean nimbusEd25519() throws ParseException, JOSEException {
        return JWSObject.parse(grant).verify(tink);
    }

    /** Nimbus with the JDK's own ECDSA, over the same payload. */
    @Benchmark
    public boolean nimbusEs256() throws ParseException, JOSEException {
        return JWSObject.parse(es256).verify(jdk);
    }
}
