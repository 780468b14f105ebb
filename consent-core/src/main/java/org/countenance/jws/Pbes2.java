package org.countenance.jws;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Password-based encryption of PKCS#8 keys: scrypt and AES-256-CBC (RFC 8018, RFC 7914); PBKDF2 is read too. */
final class Pbes2 {

    private static final Place PLACE = Place.in("key file");
    /** {@code id-scrypt} of RFC 7914 section 7. */
    private static final ASN1ObjectIdentifier SCRYPT = new ASN1ObjectIdentifier("1.3.6.1.4.1.11591.4.11");

    private static final int KEY = 32;
    private static final int BLOCK = 16;
    /** As much as OpenSSL reads without being asked to take more memory. */
    private static final int COST = 1 << 14;

    private static final int BLOCK_SIZE = 8;
    /** Beyond these a file would keep the machine busy or empty its memory. */
    private static final int GREATEST_COST = 1 << 20;

    private static final int GREATEST_ITERATIONS = 10_000_000;

    private Pbes2() {}

    static byte[] encrypt(byte[] plain, char[] passphrase, SecureRandom random) {
        byte[] salt = new byte[BLOCK];
        byte[] iv = new byte[BLOCK];
        random.nextBytes(salt);
        random.nextBytes(iv);
        byte[] key = SCrypt.generate(utf8(passphrase), salt, COST, BLOCK_SIZE, 1, KEY);
        try {
            PBES2Parameters parameters = new PBES2Parameters(
                    new KeyDerivationFunc(SCRYPT, scryptParameters(salt)),
                    new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
            return new EncryptedPrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters),
                            aes(Cipher.ENCRYPT_MODE, key, iv, plain))
                    .getEncoded("DER");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    static byte[] decrypt(byte[] der, char[] passphrase) throws MalformedException {
        byte[] plain;
        try {
            EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(der);
            PBES2Parameters parameters = parameters(info.getEncryptionAlgorithm());
            byte[] iv = ASN1OctetString.getInstance(
                            parameters.getEncryptionScheme().getParameters())
                    .getOctets();
            byte[] key = derive(parameters.getKeyDerivationFunc(), utf8(passphrase));
            plain = aes(Cipher.DECRYPT_MODE, key, iv, info.getEncryptedData());
        } catch (GeneralSecurityException e) {
            throw MalformedException.of(PLACE, "the passphrase under which it was encrypted", "another");
        } catch (RuntimeException e) {
            // Readers of ASN.1 throw whatever comes to them: no number, too great a number, too few numbers.
            throw unknown();
        }
        // Wrong keys pass the padding once in 256 times; a key always begins as an ASN.1 sequence.
        if (plain.length < 2 || plain[0] != 0x30) {
            throw MalformedException.of(PLACE, "the passphrase under which it was encrypted", "another");
        }
        return plain;
    }

    private static PBES2Parameters parameters(AlgorithmIdentifier algorithm) throws MalformedException {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            throw unknown();
        }
        PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
        if (!parameters.getEncryptionScheme().getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC)) {
            throw unknown();
        }
        return parameters;
    }

    private static byte[] derive(KeyDerivationFunc function, byte[] passphrase) throws MalformedException {
        if (function.getAlgorithm().equals(SCRYPT)) {
            ASN1Sequence scrypt = ASN1Sequence.getInstance(function.getParameters());
            byte[] salt = ASN1OctetString.getInstance(scrypt.getObjectAt(0)).getOctets();
            int cost = bounded(integer(scrypt, 1), GREATEST_COST);
            int block = bounded(integer(scrypt, 2), BLOCK_SIZE);
            int parallel = bounded(integer(scrypt, 3), BLOCK_SIZE);
            return SCrypt.generate(passphrase, salt, cost, block, parallel, KEY);
        }
        PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(function.getParameters());
        if (!pbkdf2.getPrf().getAlgorithm().equals(PKCSObjectIdentifiers.id_hmacWithSHA256)) {
            throw unknown();
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(
                passphrase, pbkdf2.getSalt(), bounded(pbkdf2.getIterationCount().intValueExact(), GREATEST_ITERATIONS));
        return ((KeyParameter) generator.generateDerivedMacParameters(8 * KEY)).getKey();
    }

    /** {@code scrypt-params} of RFC 7914 section 7.1. */
    private static DERSequence scryptParameters(byte[] salt) {
        return new DERSequence(new ASN1Encodable[] {
            new DEROctetString(salt),
            new ASN1Integer(COST),
            new ASN1Integer(BLOCK_SIZE),
            new ASN1Integer(1),
            new ASN1Integer(KEY)
        });
    }

    private static int integer(ASN1Sequence sequence, int at) {
        return ASN1Integer.getInstance(sequence.getObjectAt(at)).intValueExact();
    }

    private static int bounded(int value, int most) throws MalformedException {
        if (value > most) {
            throw MalformedException.of(PLACE, "a key derivation cost of at most " + most, Integer.toString(value));
        }
        return value;
    }

    private static byte[] aes(int mode, byte[] key, byte[] iv, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(text);
    }

    private static byte[] utf8(char[] passphrase) {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static MalformedException unknown() {
        return MalformedException.of(PLACE, "encryption by scrypt or PBKDF2 with AES-256-CBC", "another");
    }
}
