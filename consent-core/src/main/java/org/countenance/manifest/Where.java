package org.countenance.manifest;

import org.countenance.base.Place;

/**
 * Where one element of a manifest stands, kept small because there may be a million.
 *
 * @param list name of the array: {@code uses}, {@code assets}, {@code releases}, {@code synthetic}
 * @param index position in it, from 0
 * @param line line on which the element begins, from 1
 * @param column column at which it begins, from 1
 */
public record Where(String list, int index, int line, int column) {

    static Where of(String list, int index, Place place) {
        return new Where(list, index, place.line(), place.column());
    }

    /** The whole element, e.g. {@code /uses/16}. */
    public Place place() {
        return new Place(ManifestReader.DOCUMENT, "/" + list + "/" + index, line, column);
    }

    /** A member of the element, at the line where the element begins. */
    public Place member(String pointer) {
        return new Place(ManifestReader.DOCUMENT, "/" + list + "/" + index + "/" + pointer, line, column);
    }
}
