package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A time-stamping authority run by {@code openssl}: a root, an authority below it, and one below that which stamps. */
final class OpensslAuthority {

    private static final String CONFIGURATION = """
            [ca]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign,cRLSign
            [stamping]
            basicConstraints = critical,CA:FALSE
            keyUsage = critical,digitalSignature
            extendedKeyUsage = critical,timeStamping
            [tsa]
            default_tsa = tsa1
            [tsa1]
            serial = serial
            crypto_device = builtin
            signer_digest = sha256
            default_policy = 1.3.6.1.4.1.99999.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_chain = yes
            tsa_name = yes
            """;

    private final Path directory;

    private OpensslAuthority(Path directory) {
        this.directory = directory;
    }

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes keys and certificates in a directory of its own. */
    static OpensslAuthority in(Path directory) throws Exception {
        OpensslAuthority made = new OpensslAuthority(Files.createDirectories(directory));
        Files.writeString(directory.resolve("tsa.cnf"), CONFIGURATION);
        Files.writeString(directory.resolve("serial"), "01\n");
        made.run("req -x509 -newkey rsa:3072 -nodes -keyout root.key -out root.pem -days 3650 -sha256 -config /dev/null"
                + " -subj /CN=Root -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");
        made.issue("middle", "root", "ca");
        made.issue("stamps", "middle", "stamping");
        return made;
    }

    private void issue(String name, String issuer, String section) throws Exception {
        run("req -newkey rsa:3072 -nodes -keyout " + name + ".key -out " + name
                + ".csr -sha256 -config /dev/null -subj /CN=" + name);
        run("x509 -req -in " + name + ".csr -CA " + issuer + ".pem -CAkey " + issuer + ".key -CAcreateserial -out "
                + name + ".pem -days 3650 -sha256 -extfile tsa.cnf -extensions " + section);
    }

    void answer(Path request, Path response) throws Exception {
        run("ts -reply -config tsa.cnf -queryfile " + request
                + " -inkey stamps.key -signer stamps.pem -chain middle.pem -out " + response);
    }

    /** Asks openssl itself, as a stranger would. */
    void verify(Path checkpoint, Path response) throws Exception {
        run("ts -verify -data " + checkpoint + " -in " + response + " -CAfile root.pem -untrusted middle.pem");
    }

    private void run(String line) throws Exception {
        List<String> words = new ArrayList<>(List.of("openssl"));
        words.addAll(List.of(line.split(" ")));
        Path log = directory.resolve("openssl.log");
        int code = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(line + ": " + Files.readString(log));
        }
    }
}
