package org.countenance.manifest;

import java.io.IOException;
import java.util.List;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonCursor;
import org.countenance.json.JsonValue;
import org.countenance.json.ListReader;

/**
 * One of the lists of a manifest, up to a limit.
 *
 * @param <T> what its elements are
 */
final class ElementList<T> implements ListReader<T> {

    private final Place place;
    private final String name;
    private final String limit;
    private final long most;
    private final Reader<T> reader;
    private final Sink<T> sink;
    private final List<String> own;
    private final Repeater<T> repeater;
    private int index;

    private ElementList(
            Place place,
            String name,
            String limit,
            long most,
            Reader<T> reader,
            Sink<T> sink,
            List<String> own,
            Repeater<T> repeater) {
        this.place = place;
        this.name = name;
        this.limit = limit;
        this.most = most;
        this.reader = reader;
        this.sink = sink;
        this.own = own;
        this.repeater = repeater;
    }

    /** Reads one element, at its index. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonValue json, int index) throws MalformedException;
    }

    /** Takes one element. */
    @FunctionalInterface
    interface Sink<T> {
        void take(T element) throws MalformedException;
    }

    /** Reads one element that says what another said but for its own members, which alone it is given. */
    @FunctionalInterface
    interface Repeater<T> {
        T again(T like, Own own, Where where) throws MalformedException;
    }

    /** A list about to be read, which is called {@code name} and has a limit of the same name. */
    static <T> ElementList<T> of(Place place, String name, long most, Reader<T> reader, Sink<T> sink) {
        return new ElementList<>(place, name, name, most, reader, sink, List.of(), (like, own, where) -> like);
    }

    /** The same with a limit of another name. */
    ElementList<T> limitedBy(String other) {
        return new ElementList<>(place, name, other, most, reader, sink, own, repeater);
    }

    /** The same, where elements are alike but for these members. */
    ElementList<T> alikeBut(List<String> members, Repeater<T> repeat) {
        return new ElementList<>(place, name, limit, most, reader, sink, members, repeat);
    }

    /** Reads it, and says how many elements it has. */
    int from(JsonCursor cursor) throws MalformedException, IOException {
        cursor.list(this);
        return index;
    }

    @Override
    public List<String> own() {
        return own;
    }

    @Override
    public T read(JsonValue element) throws MalformedException {
        checkLimit();
        return reader.read(element, index);
    }

    @Override
    public T again(T like, Own members, int line, int column) throws MalformedException {
        checkLimit();
        return repeater.again(like, members, new Where(name, index, line, column));
    }

    @Override
    public void take(T read) throws MalformedException {
        sink.take(read);
        index++;
    }

    private void checkLimit() throws MalformedException {
        if (index >= most) {
            String hint = "the limit `" + limit + "` can be raised";
            throw MalformedException.of(place, "at most " + most + " " + name, "more", hint);
        }
    }
}
