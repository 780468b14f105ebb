package org.countenance.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.countenance.Vectors;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @Test
    void writesPathsAsTheStandardDoes() throws MalformedException {
        assertThat(new Tile(0, 0, 256).path()).isEqualTo("tile/0/000");
        assertThat(new Tile(2, 1_234_067, 256).path()).isEqualTo("tile/2/x001/x234/067");
        assertThat(new Tile(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new EntryBundle(999_999, 1).path()).isEqualTo("tile/entries/x999/999.p/1");
        assertThat(Tile.parse("tile/63/x999/x999/x999/x999/x999/999"))
                .isEqualTo(new Tile(63, 999_999_999_999_999_999L, 256));
    }

    @Test
    void readsEveryPathThatItWrites() throws MalformedException {
        Random random = new Random(8);
        for (int round = 0; round < 1_000; round++) {
            long index = (random.nextLong() >>> (1 + random.nextInt(62))) % 1_000_000_000_000_000_000L;
            Tile tile = new Tile(random.nextInt(64), index, 1 + random.nextInt(256));
            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
            EntryBundle bundle = new EntryBundle(index, tile.width());
            assertThat(EntryBundle.parse(bundle.path())).isEqualTo(bundle);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000",
                "tile/0/x000/001",
                "tile/0/000/001",
                "tile/0/x001/x234/67",
                "tile/0/X001/234",
                "tile/0/001.p",
                "tile/0/001.p/",
                "tile/0/001.p/0",
                "tile/0/001.p/01",
                "tile/0/001.p/256",
                "tile/0/001.p/257",
                "tile/0/001.p/-1",
                "tile/00/001",
                "tile/64/001",
                "tile/-1/001",
                "tile/+1/001",
                "tile/0/001/",
                "/tile/0/001",
                "tile/0/../001",
                "tile/0/00\u0661",
                "tile/0/001\n",
                "tile/0/x001/x000/x000/x000/x000/x000/000",
                "tile/entries/001"
            })
    void refusesEveryOtherSpelling(String path) {
        assertThatThrownBy(() -> Tile.parse(path))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("wanted a path like");
        String bundle = path.replaceFirst("tile/0", "tile/entries");
        if (!bundle.equals("tile/entries/001")) {
            assertThatThrownBy(() -> EntryBundle.parse(bundle)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void agreesOnTheTilePathsOfOthers() throws MalformedException {
        JsonNode paths = Vectors.json("signed-note/note_vectors.json").get("tile_paths");
        for (JsonNode test : paths.get("c2sp")) {
            assertThat("index " + new TileNumber(1_234_067, 256).index())
                    .isEqualTo(test.get(0).asText());
            assertThat(new TileNumber(1_234_067, 256)).hasToString(test.get(1).asText());
        }
        // Go writes the height of a tile before its level, where the standard has 8 and no place for it.
        for (JsonNode test : paths.get("go_sumdb_style")) {
            String path = test.get(0).asText();
            assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(MalformedException.class);
            Tile tile = Tile.parse(path.replaceFirst("tile/\\d/", "tile/"));
            String told = test.get(1).asText();
            if (told.contains("N")) {
                assertThat(told).contains("L" + tile.level() + " N" + tile.index() + " ");
            }
            if (tile.isPartial()) {
                assertThat(told).endsWith("W" + tile.width());
            }
        }
        for (JsonNode path : paths.get("go_invalid")) {
            assertThatThrownBy(() -> Tile.parse(path.asText())).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> Tile.parse(path.asText().replaceFirst("tile/\\d/", "tile/")))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void agreesOnTheTilesOfATree() {
        for (JsonNode test :
                Vectors.json("signed-note/note_vectors.json").get("tile_paths").get("partial_widths")) {
            List<Tile> tiles = Tile.of(test.get("size").asLong()).toList();
            for (int level = 0; level < 3; level++) {
                int at = level;
                List<Tile> here =
                        tiles.stream().filter(tile -> tile.level() == at).toList();
                int partial = test.path("level" + level + "_partial").asInt();
                assertThat(here.stream().filter(tile -> !tile.isPartial()).count())
                        .isEqualTo(test.path("level" + level + "_full").asInt());
                assertThat(here.stream().filter(Tile::isPartial).mapToInt(Tile::width))
                        .isEqualTo(partial == 0 ? List.of() : List.of(partial));
            }
        }
    }

    @Test
    void growsFromTreeToTreeByWhatIsNew() {
        Random random = new Random(256);
        for (int round = 0; round < 200; round++) {
            long newSize = random.nextInt(200_000);
            long oldSize = (long) (random.nextDouble() * (newSize + 1));
            Set<Tile> grown = new HashSet<>(Tile.of(oldSize).toList());
            Set<Tile> whole = new HashSet<>(Tile.of(newSize).toList());
            List<Tile> added = Tile.between(oldSize, newSize).toList();
            assertThat(added).doesNotHaveDuplicates().doesNotContainAnyElementsOf(grown);
            grown.retainAll(whole);
            grown.addAll(added);
            assertThat(grown).as(oldSize + " to " + newSize).isEqualTo(whole);
            for (Tile tile : whole) {
                assertThat(tile.isIn(newSize)).isTrue();
                assertThat(tile.isIn(oldSize)).isNotEqualTo(added.contains(tile));
            }
        }
        assertThat(Tile.of(0)).isEmpty();
        assertThat(Tile.between(300, 300)).isEmpty();
        assertThat(Tile.of(Long.MAX_VALUE).skip(1).findFirst()).contains(new Tile(0, 1, 256));
        assertThatThrownBy(() -> Tile.between(3, 2)).hasMessage("wanted sizes that grow, found 3 and 2");
    }

    @Test
    void walksTheTilesOfAHugeTreeOneByOne() {
        Iterator<Tile> tiles = Tile.of(Long.MAX_VALUE).iterator();
        assertThat(tiles.next()).isEqualTo(new Tile(0, 0, 256));
        assertThat(tiles.next()).isEqualTo(new Tile(0, 1, 256));
    }

    @Test
    void holdsTheHashesOfItsTreeAndNoOthers() throws MalformedException {
        Frontier frontier = new Frontier();
        IntStream.range(0, 1_000).forEach(i -> frontier.append(Merkle.leafHash(Bytes.uint64(i))));
        TreeNodes nodes = (level, index) -> frontier.completed().stream()
                .filter(node -> node.level() == level && node.index() == index)
                .findFirst()
                .orElseThrow()
                .hash();
        for (Tile tile : List.of(new Tile(0, 1, 256), new Tile(0, 3, 232), new Tile(0, 2, 7), new Tile(1, 0, 3))) {
            List<Bytes> hashes = tile.hashes(nodes);
            assertThat(tile.leadsTo(nodes, hashes)).isTrue();
            Bytes file = tile.encode(hashes);
            assertThat(tile.decode(file)).isEqualTo(hashes);
            List<Bytes> changed = new ArrayList<>(hashes);
            changed.set(tile.width() - 1, Merkle.EMPTY_ROOT);
            assertThat(tile.leadsTo(nodes, changed)).isFalse();
            assertThatThrownBy(() -> tile.decode(file.slice(0, file.size() - 1)))
                    .hasMessage(tile.path() + ": wanted " + tile.bytes() + " bytes, found " + (tile.bytes() - 1)
                            + " bytes");
            assertThatThrownBy(() -> tile.decode(Bytes.concat(file, file))).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void bundlesEntriesAndReadsThemBack() throws MalformedException {
        Random random = new Random(16);
        for (int width : new int[] {1, 2, 255, 256}) {
            EntryBundle bundle = EntryBundle.under(new Tile(0, 7, width));
            List<Bytes> entries = IntStream.range(0, width)
                    .mapToObj(i -> Bytes.of(new byte[i == 0 ? Entry.LONGEST : random.nextInt(600)]))
                    .toList();
            Bytes file = bundle.encode(entries);
            assertThat(file.size()).isLessThanOrEqualTo(EntryBundle.LARGEST);
            assertThat(bundle.decode(file)).isEqualTo(entries);
            assertThat(bundle.until() - bundle.from()).isEqualTo(width);
            assertThat(bundle.from()).isEqualTo(7 * 256);
            refuses(bundle, file.slice(0, file.size() - 1), "entry ");
            refuses(bundle, Bytes.concat(file, Bytes.of((byte) 0)), "1 bytes after them");
            refuses(bundle, Bytes.EMPTY, width + " entries, found 0");
            refuses(bundle, file.slice(0, 1), "entry 0 cut short");
        }
        assertThatThrownBy(() -> new EntryBundle(0, 1).encode(List.of(Bytes.of(new byte[Entry.LONGEST + 1]))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntryBundle(0, 2).encode(List.of(Bytes.EMPTY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(EntryBundle bundle, Bytes file, String message) {
        assertThatThrownBy(() -> bundle.decode(file))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith(bundle.path() + ": wanted ")
                .hasMessageContaining(message);
    }
}
