package org.countenance.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.TreeProofs;

/**
 * Writes a log as static files that any web server or bucket serves (C2SP tlog-tiles), and adds to them what is new. What the
 * checkpoint in place covers is not written again; the new checkpoint comes last, so that readers find all that it covers, and
 * whatever breaks off before it is made good by the next run.
 */
public final class LogExport {

    private static final int PAGE = 256;

    private static final int MOST_NAMED = 20;

    private final LogStore log;
    private final Optional<Bytes> before;
    private final Bytes note;
    private final Checkpoint head;
    private final long covered;
    private final TileFiles files;
    private final boolean annexes;
    private final List<String> damaged = new ArrayList<>();
    private long written;
    private long erased;
    private long repaired;

    private LogExport(LogStore log, ExportTarget target, boolean annexes) throws IOException, NotVerifiedException {
        this.log = log;
        // In this order: what somebody else exported meanwhile is no older than the head.
        this.before = target.checkpoint();
        this.note = log.head().checkpoint();
        this.head = LogStores.checkpoint(note);
        checkRoot();
        this.covered = target.covered(before, head, log::node);
        this.files = new TileFiles(target.directory());
        this.annexes = annexes;
    }

    /**
     * What an export did.
     *
     * @param checkpoint the head that the directory now has
     * @param written how many files it wrote
     * @param erased how many annexes it removed, because the log no longer has them or they are not wanted there
     * @param repaired how many files were missing or had another length than they must, and were written anew
     * @param damaged paths of the first of them
     */
    public record Outcome(Checkpoint checkpoint, long written, long erased, long repaired, List<String> damaged) {

        /** Keeps a copy. */
        public Outcome {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Brings a directory up to the head of a log; makes it when it is not there.
     *
     * @throws StoreException when the log is damaged, or the directory holds something else or is being written to
     * @throws NotVerifiedException when the directory holds a log of this name that is not the beginning of this one
     */
    public static Outcome export(LogStore log, Path directory) throws IOException, NotVerifiedException {
        return export(log, directory, true);
    }

    /** The same without the annexes, which are words about people; those that are there are removed. */
    public static Outcome exportWithoutAnnexes(LogStore log, Path directory) throws IOException, NotVerifiedException {
        return export(log, directory, false);
    }

    private static Outcome export(LogStore log, Path directory, boolean annexes)
            throws IOException, NotVerifiedException {
        ExportTarget target = new ExportTarget(directory);
        // Once before anything is touched, and once when nobody else can.
        new LogExport(log, target, annexes);
        return target.alone(() -> new LogExport(log, target, annexes).run());
    }

    private void checkRoot() {
        if (!TreeProofs.root(head.size(), log::node).equals(head.root())) {
            throw StoreException.corrupt("wanted a tree with the root " + head.rootBase64() + ", found another");
        }
    }

    private Outcome run() throws IOException {
        eraseAnnexes();
        writeAnnexes();
        for (Iterator<Tile> tiles = Tile.of(head.size()).iterator(); tiles.hasNext(); ) {
            write(tiles.next());
        }
        files.settle();
        if (!before.equals(Optional.of(note))) {
            put(TileSource.CHECKPOINT, note);
            files.settle();
        }
        removeOutgrown();
        return new Outcome(head, written, erased, repaired, damaged);
    }

    private void write(Tile tile) throws IOException {
        boolean known = tile.isIn(covered);
        boolean kept = known && isKept(tile.path(), tile.bytes(), tile.bytes());
        if (tile.level() == 0) {
            EntryBundle bundle = EntryBundle.under(tile);
            kept &= known && isKept(bundle.path(), 2L * bundle.width() + 1, EntryBundle.LARGEST);
            if (!kept) {
                List<Bytes> entries = log.entries(bundle.from(), bundle.until());
                put(tile, entries.stream().map(Merkle::leafHash).toList());
                put(bundle.path(), bundle.encode(entries));
            }
        } else if (!kept) {
            put(tile, tile.hashes(log::node));
        }
    }

    /** Whether a file that should be there is, as far as its length can tell. */
    private boolean isKept(String path, long shortest, long longest) throws IOException {
        long length = files.length(path);
        if (length < shortest || length > longest) {
            repaired++;
            if (damaged.size() < MOST_NAMED) {
                damaged.add(path);
            }
            return false;
        }
        return true;
    }

    private void put(Tile tile, List<Bytes> hashes) throws IOException {
        if (!tile.leadsTo(log::node, hashes)) {
            throw StoreException.corrupt("wanted entries and tree nodes that agree in `" + tile.path()
                    + "`, found others; the registry is damaged");
        }
        put(tile.path(), tile.encode(hashes));
    }

    private void put(String path, Bytes content) throws IOException {
        files.write(path, content);
        written++;
    }

    private void writeAnnexes() throws IOException {
        List<String> hashes = annexes ? log.annexes("", PAGE) : List.of();
        while (!hashes.isEmpty()) {
            Map<String, Bytes> missing = new HashMap<>();
            for (String hash : hashes) {
                missing(hash).ifPresent(annex -> missing.put(TileSource.ANNEX + hash, annex));
            }
            files.write(missing);
            written += missing.size();
            hashes = log.annexes(hashes.get(hashes.size() - 1), PAGE);
        }
    }

    /** An annex that is not in place. */
    private Optional<Bytes> missing(String hash) throws IOException {
        if (files.length(TileSource.ANNEX + hash) > 0) {
            return Optional.empty();
        }
        Optional<Bytes> annex = log.annex(hash);
        if (annex.isPresent() && !Sha256.hash(annex.get()).hex().equals(hash)) {
            throw StoreException.corrupt("wanted an annex with the hash " + hash + ", found another");
        }
        return annex;
    }

    private void eraseAnnexes() throws IOException {
        files.visit(TileSource.ANNEX, name -> {
            String hash = name.replaceFirst("\\.part$", "");
            boolean ours = TileDirectory.HASH.matcher(hash).matches();
            if (ours && (!annexes || !name.equals(hash) || log.annex(hash).isEmpty())) {
                files.remove(TileSource.ANNEX + name);
                erased += name.equals(hash) ? 1 : 0;
            }
        });
    }

    /** Nobody needs a partial tile any more once the full one is there. */
    private void removeOutgrown() throws IOException {
        for (Iterator<Tile> tiles = Tile.of(head.size()).iterator(); tiles.hasNext(); ) {
            Tile tile = tiles.next();
            if (!tile.isPartial()) {
                files.removeNumbered(tile.path() + ".p");
                if (tile.level() == 0) {
                    files.removeNumbered(EntryBundle.under(tile).path() + ".p");
                }
            }
        }
    }
}
