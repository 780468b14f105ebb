package org.countenance.base;

/**
 * Where in a document something stands.
 *
 * @param document what is read, for people: {@code payload}, {@code manifest}; empty when unknown
 * @param pointer JSON Pointer (RFC 6901); empty for the whole document
 * @param line line from 1, or 0 when unknown
 * @param column column from 1, or 0 when unknown
 */
public record Place(String document, String pointer, int line, int column) {

    /** No place: the caller knows it. */
    public static final Place NOWHERE = new Place("", "", 0, 0);

    /** A whole document. */
    public static Place in(String document) {
        return new Place(document, "", 0, 0);
    }

    /** The document and pointer, with line and column where they help to find it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(document);
        if (!pointer.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(pointer);
        }
        if (line > 1) {
            text.append(" (line ")
                    .append(line)
                    .append(", column ")
                    .append(column)
                    .append(')');
        }
        return text.toString();
    }
}
