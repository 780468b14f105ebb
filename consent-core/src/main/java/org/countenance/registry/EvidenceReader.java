package org.countenance.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.tlog.IndexProof;

/** Reads evidence files line by line; a line out of its order is refused, so that every file has one spelling. */
final class EvidenceReader {

    private final JsonLimits limits;
    private Optional<Bytes> checkpoint = Optional.empty();
    private final SortedMap<Long, EvidenceFile.Proved> entries = new TreeMap<>();
    private final SortedMap<String, IndexProof> proofs = new TreeMap<>();
    private final SortedMap<String, Bytes> annexes = new TreeMap<>();
    private final List<EvidenceFile.Attachment> attachments = new ArrayList<>();

    EvidenceReader(JsonLimits limits) {
        this.limits = limits;
    }

    EvidenceFile read(Bytes file) throws MalformedException, NotVerifiedException {
        String text = file.text();
        int end = text.indexOf('\n') + 1;
        if (end == 0 || !text.endsWith("\n")) {
            throw malformed(1, "lines that end with a line feed", "others");
        }
        String[] lines = text.substring(end).split("\n", -1);
        checkHeader(line(1, text.substring(0, end - 1)), lines.length - 1, Bytes.utf8(text.substring(end)));
        for (int i = 0; i < lines.length - 1; i++) {
            take(i + 2, line(i + 2, lines[i]));
        }
        if (checkpoint.isEmpty()) {
            throw malformed(2, "a checkpoint", "none");
        }
        EvidenceFile read = new EvidenceFile(checkpoint.get(), entries, proofs, annexes, attachments);
        if (!read.bytes().equals(file)) {
            throw malformed(1, "lines in their order and their only spelling", "others");
        }
        return read;
    }

    private JsonObject line(int number, String line) throws MalformedException {
        return Values.object(JsonText.parse(Bytes.utf8(line), "evidence line " + number, limits));
    }

    private static void checkHeader(JsonObject header, int lines, Bytes following)
            throws MalformedException, NotVerifiedException {
        Members members = header.members();
        if (members.required("evidence", Values.atLeast(0)) != 1) {
            throw members.fault("evidence", "version 1", "another");
        }
        long wanted = members.required("lines", Values.atLeast(1));
        String hash = members.required("sha256", Values::string);
        members.required("verdict", Values::string);
        members.end();
        if (wanted != lines || !Sha256.hash(following).hex().equals(hash)) {
            throw new NotVerifiedException(
                    "evidence file",
                    "wanted " + Count.of(wanted, "line") + " with the hash " + hash + " after the first, found "
                            + (wanted == lines ? "others" : lines + ""));
        }
    }

    private void take(int number, JsonObject line) throws MalformedException {
        String first = line.values().keySet().stream().findFirst().orElse("");
        Members members = line.members();
        switch (first) {
            case "checkpoint" -> checkpoint = Optional.of(Bytes.utf8(members.required("checkpoint", Values::string)));
            case "index" ->
                entries.put(
                        members.required("index", Values.atLeast(0)),
                        new EvidenceFile.Proved(
                                Bytes.utf8(members.required("entry", Values::string)),
                                members.required(
                                        "proof", Values.possiblyEmptyListOf(Values.text(Base64Padded::decode)))));
            case "key" -> {
                IndexProof proof = IndexProof.read(line);
                proofs.put(proof.key(), proof);
                return;
            }
            case "annex" -> annexes.put(members.required("annex", Values::string), content(members, "annex", number));
            default -> attachments.add(attachment(members, first, number));
        }
        members.end();
    }

    private static EvidenceFile.Attachment attachment(Members members, String word, int number)
            throws MalformedException {
        EvidenceFile.Kind kind = Arrays.stream(EvidenceFile.Kind.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> malformed(number, "a line of evidence of version 1", MalformedException.quote(word)));
        return new EvidenceFile.Attachment(kind, content(members, word, number));
    }

    private static Bytes content(Members members, String kind, int number) throws MalformedException {
        String hash = members.required(kind, Values::string);
        Bytes content = members.text("base64", Base64Padded::decode);
        if (!Sha256.hash(content).hex().equals(hash)) {
            throw malformed(number, "content with the hash " + MalformedException.quote(hash), "other content");
        }
        return content;
    }

    private static MalformedException malformed(int number, String wanted, String found) {
        return MalformedException.of(Place.in("evidence line " + number), wanted, found);
    }
}
