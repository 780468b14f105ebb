package org.countenance.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** A manifest of any size that is written while it is read, so that only the reader holds it. */
final class LargeManifest extends InputStream {

    private final String head;
    private final int size;
    private long next;
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

    /** So many assets with a use each, after what {@code head} says. */
    LargeManifest(String head, int size) {
        this.head = head;
        this.size = size;
    }

    private Optional<String> part(long index) {
        if (index == 0) {
            return Optional.of(head);
        } else if (index <= size) {
            return Optional.of(asset((int) index - 1));
        } else if (index == size + 1L) {
            return Optional.of("],'uses':[");
        } else if (index <= 2L * size + 1) {
            return Optional.of(use((int) (index - size - 2)));
        }
        return index == 2L * size + 2 ? Optional.of("]}") : Optional.empty();
    }

    private static String asset(int index) {
        return String.format(
                Locale.ROOT,
                "%s{'id':'shot-%07d','sha256':'%s','seconds':3,'contexts':['alcohol'],'releases':['launch']}",
                index == 0 ? "" : ",\n",
                index,
                Sha256.hash(Bytes.uint64(index)).hex());
    }

    private static String use(int index) {
        return String.format(
                Locale.ROOT,
                "%s{'id':'u%d','asset':'shot-%07d','person':'%s','role':'depicted','character':'Mei',"
                        + "'modalities':['face','body'],'technique':'face-generation',"
                        + "'made':{'from':'2026-11-10T02:00:00Z','until':'2026-11-10T%02d:%02d:00Z'}}",
                index == 0 ? "" : ",\n",
                index,
                index,
                "A".repeat(42) + "AEIMQUYcgkosw048".charAt(index % 16),
                3 + index / 60 % 20,
                index % 60);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        while (part.available() == 0) {
            Optional<String> text = part(next++);
            if (text.isEmpty()) {
                return -1;
            }
            part = new ByteArrayInputStream(text.get().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        return part.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
