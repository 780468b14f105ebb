package org.countenance.scope;

import org.countenance.base.MalformedException;

/** In what way somebody is in a shot (decision.md section 1). */
public enum Role implements Word {
    /** Recognisable in the result. */
    DEPICTED("recognisable in the result"),
    /** Their performance, body or plate moves or carries another's face, voice or body. */
    DRIVER("their performance, body or plate moves or carries another's face, voice or body");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /** Reads the word. */
    public static Role parse(String text) throws MalformedException {
        return Vocabulary.parse(Role.class, "a role", text);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
