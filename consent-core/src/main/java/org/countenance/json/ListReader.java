package org.countenance.json;

import java.util.List;
import org.countenance.base.MalformedException;

/**
 * Reads the elements of a large array in their order. Most are written like one before them but for a few members of their own;
 * of those, only these members need be read.
 *
 * @param <T> what is made of an element
 */
public interface ListReader<T> {

    /**
     * The members that tell elements apart, where they are strings or numbers: {@code id}, or {@code made/from} one deeper. Where
     * there are none, each element is read.
     */
    List<String> own();

    /** Reads the next element. */
    T read(JsonValue element) throws MalformedException;

    /**
     * Reads the next element, which says what {@code like} said but for its own members. Whoever cannot may fail in any way: it
     * is then read as any other.
     *
     * @param line the line on which it begins
     * @param column the column at which it begins
     */
    T again(T like, Own own, int line, int column) throws MalformedException;

    /** Takes what was read, in either way. */
    void take(T read) throws MalformedException;

    /** The own members of one element, by their place in {@link #own}. */
    interface Own {

        /** Whether it has such a member. */
        boolean has(int member);

        /** Whether it has such a member that says something else than that of the element which it is like. */
        boolean differs(int member);

        /** What a member says that is there: a string, or the digits of a number. */
        String text(int member);
    }
}
