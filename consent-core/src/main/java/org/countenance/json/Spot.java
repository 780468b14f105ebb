package org.countenance.json;

import java.util.Optional;
import org.countenance.base.Place;
import org.jspecify.annotations.Nullable;

/** Where a value stands, as a chain up to the document; the pointer is spelled only when somebody asks. */
record Spot(@Nullable Spot parent, String step, int line, int column) {

    /** The spot of a value made by a program and read from nowhere. */
    static final Spot NONE = new Spot(null, "", 0, 0);

    static Spot document(String name, int line, int column) {
        return new Spot(null, name, line, column);
    }

    Spot member(String name, int atLine, int atColumn) {
        return new Spot(this, name, atLine, atColumn);
    }

    Spot element(int index, int atLine, int atColumn) {
        return new Spot(this, Integer.toString(index), atLine, atColumn);
    }

    Place place() {
        StringBuilder pointer = new StringBuilder();
        Spot top = this;
        for (Optional<Spot> up = Optional.ofNullable(parent); up.isPresent(); up = Optional.ofNullable(top.parent())) {
            pointer.insert(0, "/" + top.step().replace("~", "~0").replace("/", "~1"));
            top = up.get();
        }
        return new Place(top.step(), pointer.toString(), line, column);
    }
}
