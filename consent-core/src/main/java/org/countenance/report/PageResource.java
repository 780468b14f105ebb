package org.countenance.report;

import java.io.IOException;
import java.io.InputStream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;

/** The files that a page is made of, as they come with the program. */
final class PageResource {

    private PageResource() {}

    static InputStream open(String name) {
        InputStream in = PageResource.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return in;
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return Bytes.of(in.readAllBytes()).text();
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
