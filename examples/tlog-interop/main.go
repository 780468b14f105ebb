// Reads logs of Countenance with the code that verifies Go's modules: golang.org/x/mod/sumdb.
//
//	main VKEY DIR [OLDER|PROOF]...
//
// DIR is an export of a log, VKEY the log's own Ed25519 key. Checked are the signature of the checkpoint, every tile, every entry
// against its hash; of an older export that it is the beginning of this one; of a .tlog-proof that it proves the entry it carries.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("wanted a verifier key and a directory")
	}
	key, err := note.NewVerifier(os.Args[1])
	check(err)
	tree, reader := open(key, os.Args[2])
	readTiles(tree, reader, os.Args[2])
	entries := readEntries(tree, reader, os.Args[2])
	fmt.Printf("%s: %d entries under %v, every tile and entry\n", os.Args[2], tree.N, tree.Hash)
	for _, path := range os.Args[3:] {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			readOlder(key, path, tree, reader)
		} else {
			readProof(key, path, tree, reader, entries)
		}
	}
}

// open verifies a checkpoint. Signatures of kinds that Go does not know are left aside, as the format wants it.
func open(key note.Verifier, directory string) (tlog.Tree, tlog.HashReader) {
	tree := verify(key, read(directory, "checkpoint"))
	return tree, tlog.TileHashReader(tree, tiles(directory))
}

func verify(key note.Verifier, signed []byte) tlog.Tree {
	opened, err := note.Open(signed, note.VerifierList(key))
	check(err)
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	ensure(origin == key.Name(), "wanted origin %q, found %q", key.Name(), origin)
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest))
	check(err)
	return tree
}

// tiles reads the tiles in a directory. Go's paths have the height of tiles before their level; here it is always 8.
type tiles string

func (t tiles) Height() int                     { return height }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		all = append(all, read(string(t), path(tile)))
	}
	return all, nil
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

// tilesOf leaves out the partial tiles that Go lists of trees between an empty one and this one.
func tilesOf(tree tlog.Tree) []tlog.Tile {
	var all []tlog.Tile
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		rest := int(tree.N >> (height * tile.L) % (1 << height))
		if tile.W == 1<<height || tile.W == rest {
			all = append(all, tile)
		}
	}
	return all
}

// readTiles makes every tile anew from hashes that are proven to be in the tree.
func readTiles(tree tlog.Tree, reader tlog.HashReader, directory string) {
	for _, tile := range tilesOf(tree) {
		wanted, err := tlog.ReadTileData(tile, reader)
		check(err)
		ensure(bytes.Equal(wanted, read(directory, path(tile))), "wanted other hashes in %s", path(tile))
	}
}

func readEntries(tree tlog.Tree, reader tlog.HashReader, directory string) [][]byte {
	var entries [][]byte
	for _, tile := range tilesOf(tree) {
		if tile.L != 0 {
			continue
		}
		name := strings.Replace(path(tile), "tile/0/", "tile/entries/", 1)
		var indexes []int64
		bundle := read(directory, name)
		for i := 0; i < tile.W; i++ {
			ensure(len(bundle) >= 2, "%s is cut short", name)
			size := 2 + int(binary.BigEndian.Uint16(bundle))
			ensure(len(bundle) >= size, "%s is cut short", name)
			indexes = append(indexes, tlog.StoredHashIndex(0, int64(len(entries))))
			entries, bundle = append(entries, bundle[2:size]), bundle[size:]
		}
		ensure(len(bundle) == 0, "%s goes on after its last entry", name)
		hashes, err := reader.ReadHashes(indexes)
		check(err)
		for i, hash := range hashes {
			entry := entries[len(entries)-tile.W+i]
			ensure(tlog.RecordHash(entry) == hash, "wanted another entry %d in %s", i, name)
		}
	}
	return entries
}

func readOlder(key note.Verifier, directory string, tree tlog.Tree, reader tlog.HashReader) {
	old, _ := open(key, directory)
	proof, err := tlog.ProveTree(tree.N, old.N, reader)
	check(err)
	check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
	fmt.Printf("%s: the first %d of %d entries\n", directory, old.N, tree.N)
}

func readProof(key note.Verifier, file string, tree tlog.Tree, reader tlog.HashReader, entries [][]byte) {
	head, signed, found := strings.Cut(string(read("", file)), "\n\n")
	lines := strings.Split(head, "\n")
	ensure(found && len(lines) >= 3 && lines[0] == "c2sp.org/tlog-proof@v1", "%s is no tlog-proof", file)
	entry := decode(strings.TrimPrefix(lines[1], "extra "))
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		proof = append(proof, hash)
	}
	under := verify(key, []byte(signed))
	check(tlog.CheckRecord(proof, under.N, under.Hash, index, tlog.RecordHash(entry)))
	ensure(tlog.CheckRecord(proof, under.N, under.Hash, index, tlog.RecordHash(entry[1:])) != nil, "another entry is proven too")
	ensure(bytes.Equal(entry, entries[index]), "%s proves another entry than the log has", file)
	if under == tree {
		own, err := tlog.ProveRecord(tree.N, index, reader)
		check(err)
		ensure(fmt.Sprint(own) == fmt.Sprint(proof), "wanted the proof %v", own)
	}
	fmt.Printf("%s: entry %d of %d\n", file, index, under.N)
}

func decode(text string) []byte {
	decoded, err := base64.StdEncoding.DecodeString(text)
	check(err)
	return decoded
}

func read(directory, name string) []byte {
	content, err := os.ReadFile(filepath.Join(directory, name))
	check(err)
	return content
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func ensure(holds bool, format string, values ...any) {
	if !holds {
		log.Fatalf(format, values...)
	}
}
