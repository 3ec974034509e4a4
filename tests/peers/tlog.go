// What Go's golang.org/x/mod/sumdb makes of trees, logs, notes and proofs, for
// tests/peers/tlog.t. It shares no code with what it is compared with.
//
//	tlog roots N, inclusion N, consistency N   as tests/tree prints them
//	tlog check DIR VKEY        opens a release's log, reads all of it
//	tlog proof VKEY LEAF       checks the .tlog-proof on stdin
//	tlog make DIR ORIGIN KEY   writes a log of the lines on stdin into DIR/log,
//	                           and the minisign public key to the file KEY
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func try(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func need(good bool, what string) {
	if !good {
		try(fmt.Errorf("%s", what))
	}
}

// store holds all hashes of a tree, as Go numbers them.
type store []tlog.Hash

func (s store) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range indexes {
		out = append(out, s[i])
	}
	return out, nil
}

func (s *store) add(n int64, leaf []byte) {
	hashes, err := tlog.StoredHashes(n, leaf, *s)
	try(err)
	*s = append(*s, hashes...)
}

func grow(n int64) store {
	var s store
	for i := int64(0); i < n; i++ {
		s.add(i, []byte(fmt.Sprintf("leaf %d", i)))
	}
	return s
}

func line(hashes []tlog.Hash) {
	var words []string
	for _, h := range hashes {
		words = append(words, fmt.Sprintf("%x", h[:]))
	}
	fmt.Println(strings.Join(words, " "))
}

func treeRoot(n int64, r tlog.HashReader) tlog.Hash {
	if n == 0 { // Go 1.19's has no root of nothing
		return tlog.Hash{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14,
			0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae,
			0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b,
			0x78, 0x52, 0xb8, 0x55}
	}
	h, err := tlog.TreeHash(n, r)
	try(err)
	return h
}

func trees(what string, n int64) {
	s := grow(n)
	root := treeRoot(n, s)
	switch what {
	case "roots":
		for i := int64(0); i <= n; i++ {
			line([]tlog.Hash{treeRoot(i, s)})
		}
	case "inclusion":
		for i := int64(0); i < n; i++ {
			p, err := tlog.ProveRecord(n, i, s)
			try(err)
			leaf := tlog.RecordHash([]byte(fmt.Sprintf("leaf %d", i)))
			try(tlog.CheckRecord(p, n, root, i, leaf))
			line(p)
		}
	case "consistency":
		for i := int64(1); i <= n; i++ {
			p, err := tlog.ProveTree(n, i, s)
			try(err)
			try(tlog.CheckTree(p, n, root, i, treeRoot(i, s)))
			line(p)
		}
	}
}

// c2sp is Go's path of a tile without its height, "tile/8/0/000".
func c2sp(t tlog.Tile) string {
	return strings.Replace(t.Path(), "tile/8/", "tile/", 1)
}

// tiles are those of a log of n leaves; Go would also publish the narrower ones
// that the log had while it grew.
func tiles(n int64) []tlog.Tile {
	var out []tlog.Tile
	for _, t := range tlog.NewTiles(8, 0, n) {
		last := len(out) - 1
		if last >= 0 && out[last].L == t.L && out[last].N == t.N {
			out = out[:last]
		}
		out = append(out, t)
	}
	return out
}

type folder string

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, t := range wanted {
		b, err := os.ReadFile(filepath.Join(string(f), c2sp(t)))
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func open(msg []byte, vkey string) (string, tlog.Tree) {
	v, err := note.NewVerifier(vkey)
	try(err)
	n, err := note.Open(msg, note.VerifierList(v))
	try(err)
	need(len(n.Sigs) == 1, "not one signature")
	lines := strings.Split(n.Text, "\n")
	need(len(lines) == 4 && lines[3] == "", "not three lines")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	try(err)
	hash, err := tlog.ParseHash(lines[2])
	try(err)
	return lines[0], tlog.Tree{N: size, Hash: hash}
}

func entries(dir string, n int64) [][]byte {
	var out [][]byte
	for tile := int64(0); tile*256 < n; tile++ {
		t := tlog.Tile{H: 8, L: 0, N: tile, W: 256}
		if n-tile*256 < 256 {
			t.W = int(n - tile*256)
		}
		path := strings.Replace(c2sp(t), "tile/0/", "tile/entries/", 1)
		b, err := os.ReadFile(filepath.Join(dir, path))
		try(err)
		for len(b) > 0 {
			size := int(binary.BigEndian.Uint16(b))
			out = append(out, b[2:2+size])
			b = b[2+size:]
		}
	}
	need(int64(len(out)) == n, "not so many entries")
	return out
}

func check(dir, vkey string) {
	msg, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	try(err)
	origin, tree := open(msg, vkey)
	r := tlog.TileHashReader(tree, folder(dir))
	leaves := entries(dir, tree.N)
	var at []int64
	for i := range leaves {
		at = append(at, tlog.StoredHashIndex(0, int64(i)))
	}
	hashes, err := r.ReadHashes(at)
	try(err)
	for i, h := range hashes {
		need(h == tlog.RecordHash(leaves[i]), "an entry is not its leaf")
	}
	for _, t := range tiles(tree.N) {
		b, err := os.ReadFile(filepath.Join(dir, c2sp(t)))
		try(err)
		made, err := tlog.ReadTileData(t, r)
		try(err)
		need(bytes.Equal(b, made), "a tile is another: "+c2sp(t))
	}
	fmt.Println(origin, tree.N, tree.Hash)
}

func proof(vkey, leaf string) {
	text, err := io.ReadAll(os.Stdin)
	try(err)
	parts := strings.SplitN(string(text), "\n\n", 2)
	need(len(parts) == 2, "no blank line")
	lines := strings.Split(parts[0], "\n")
	need(lines[0] == "c2sp.org/tlog-proof@v1", "no proof")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	try(err)
	var p tlog.RecordProof
	for _, l := range lines[2:] {
		h, err := tlog.ParseHash(l)
		try(err)
		p = append(p, h)
	}
	origin, tree := open([]byte(parts[1]), vkey)
	try(tlog.CheckRecord(p, tree.N, tree.Hash, index,
		tlog.RecordHash([]byte(leaf))))
	fmt.Println(origin, index)
}

func write(dir, path string, b []byte) {
	name := filepath.Join(dir, path)
	try(os.MkdirAll(filepath.Dir(name), 0o777))
	try(os.WriteFile(name, b, 0o666))
}

func writeEntries(dir string, leaves []string) {
	for i := 0; i < len(leaves); i += 256 {
		t := tlog.Tile{H: 8, L: 0, N: int64(i / 256), W: 256}
		if len(leaves)-i < 256 {
			t.W = len(leaves) - i
		}
		var b []byte
		for _, l := range leaves[i : i+t.W] {
			b = append(b, byte(len(l)>>8), byte(len(l)))
			b = append(b, l...)
		}
		write(dir, strings.Replace(c2sp(t), "tile/0/", "tile/entries/", 1), b)
	}
}

func make_(dir, origin, key string) {
	text, err := io.ReadAll(os.Stdin)
	try(err)
	leaves := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	var s store
	for i, l := range leaves {
		s.add(int64(i), []byte(l))
	}
	n := int64(len(leaves))
	dir = filepath.Join(dir, "log")
	for _, t := range tiles(n) {
		b, err := tlog.ReadTileData(t, s)
		try(err)
		write(dir, c2sp(t), b)
	}
	writeEntries(dir, leaves)
	skey, vkey, err := note.GenerateKey(rand.Reader, origin)
	try(err)
	signer, err := note.NewSigner(skey)
	try(err)
	wkey, _, err := note.GenerateKey(rand.Reader, "witness.example/1")
	try(err)
	witness, err := note.NewSigner(wkey)
	try(err)
	body := fmt.Sprintf("%s\n%d\n%v\n", origin, n, treeRoot(n, s))
	msg, err := note.Sign(&note.Note{Text: body}, witness, signer)
	try(err)
	write(dir, "checkpoint", msg)
	pub, err := base64.StdEncoding.DecodeString(strings.SplitN(vkey, "+", 3)[2])
	try(err)
	blob := append([]byte("Ed12345678"), pub[1:]...)
	write("", key, []byte("untrusted comment: Go's\n"+
		base64.StdEncoding.EncodeToString(blob)+"\n"))
}

func main() {
	a := os.Args[1:]
	switch a[0] {
	case "roots", "inclusion", "consistency":
		n, err := strconv.ParseInt(a[1], 10, 64)
		try(err)
		trees(a[0], n)
	case "check":
		check(a[1], a[2])
	case "proof":
		proof(a[1], a[2])
	case "make":
		make_(a[1], a[2], a[3])
	}
}
