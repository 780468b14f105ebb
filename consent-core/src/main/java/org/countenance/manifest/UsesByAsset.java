package org.countenance.manifest;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/** Which uses are in which asset, as two arrays of numbers: a counting sort of the uses by their asset. */
final class UsesByAsset {

    private final List<Use> uses;
    private final int[] firsts;
    private final int[] sorted;

    private UsesByAsset(List<Use> uses, int[] firsts, int[] sorted) {
        this.uses = uses;
        this.firsts = firsts;
        this.sorted = sorted;
    }

    static UsesByAsset of(List<Use> uses, Map<String, Asset> assetsById, int assets) {
        int[] owners = uses.stream()
                .mapToInt(use -> Objects.requireNonNull(assetsById.get(use.asset()))
                        .where()
                        .index())
                .toArray();
        int[] firsts = new int[assets + 1];
        for (int owner : owners) {
            firsts[owner + 1]++;
        }
        for (int i = 0; i < assets; i++) {
            firsts[i + 1] += firsts[i];
        }
        int[] next = firsts.clone();
        int[] sorted = new int[owners.length];
        for (int i = 0; i < owners.length; i++) {
            sorted[next[owners[i]]++] = i;
        }
        return new UsesByAsset(uses, firsts, sorted);
    }

    List<Use> of(Asset asset) {
        int first = firsts[asset.where().index()];
        return new Slice(first, firsts[asset.where().index() + 1] - first);
    }

    /** Some neighbouring uses, without a copy. */
    private final class Slice extends AbstractList<Use> implements RandomAccess {

        private final int first;
        private final int size;

        Slice(int first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public Use get(int index) {
            return uses.get(sorted[first + java.util.Objects.checkIndex(index, size)]);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
