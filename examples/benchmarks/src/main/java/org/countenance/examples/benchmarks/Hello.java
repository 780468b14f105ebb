package org.countenance.examples.benchmarks;

/** What any Java takes to say a word: the floor of a command. */
public final class Hello {

    private Hello() {}

    /**
     * Says it.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
