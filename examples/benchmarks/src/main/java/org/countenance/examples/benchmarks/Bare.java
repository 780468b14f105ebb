package org.countenance.examples.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import org.countenance.base.Bytes;

/** Reads one JSON file with Jackson and checks one signature with Bouncy Castle: the floor of {@code consent verify}. */
public final class Bare {

    private Bare() {}

    /**
     * Does both.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
        int tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(Path.of(args[0]).toFile())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        System.out.println(tokens + " "
                + Signed.by(Cast.key("somebody"), Bytes.utf8("hello")).holds());
    }
}
