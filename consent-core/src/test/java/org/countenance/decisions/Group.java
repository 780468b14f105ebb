package org.countenance.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cases about one part of the specification. */
abstract class Group {

    static final String BLOCKED = "blocked";
    static final String CLEARED = "cleared";
    static final String UNDETERMINED = "undetermined";
    static final String WAIVED = "cleared-with-waivers";
    static final String ANY = "'*'";

    /** A scope with every member written as the wildcard. */
    static final String EVERYTHING = "{'roles':'*','modalities':'*','techniques':'*','contexts':'*','media':'*',"
            + "'territories':'*','languages':'*','made':'*','shown':'*'}";

    private final String name;
    private final List<Case> cases = new ArrayList<>();

    Group(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Tells every case. */
    abstract void tell();

    final void say(String sentence, Consumer<Case> told) {
        Case one = new Case(sentence);
        told.accept(one);
        cases.add(one);
    }

    final List<Case> cases() {
        if (cases.isEmpty()) {
            tell();
        }
        return List.copyOf(cases);
    }

    /** A scope that says so for one member, and everything else by wildcards. */
    static String scope(String member, String value) {
        return EVERYTHING.replace("'" + member + "':'*'", "'" + member + "':" + value);
    }

    static String window(String from, String until) {
        return "{'from':'" + from + "T00:00:00Z','until':'" + until + "T00:00:00Z'}";
    }
}
