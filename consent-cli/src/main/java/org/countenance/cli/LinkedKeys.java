package org.countenance.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.countenance.jws.Signer;
import org.countenance.keystore.KeyPlace;
import org.countenance.keystore.UnlockedKeys;

/** The tokens and keystores that a command opened: each is asked its PIN once. */
final class LinkedKeys {

    private final Pin pin;
    private final Map<KeyPlace, UnlockedKeys> unlocked = new HashMap<>();

    LinkedKeys(Pin pin) {
        this.pin = pin;
    }

    Signer open(KeyLink link) throws CommandException, IOException {
        UnlockedKeys keys = unlocked.get(link.place());
        if (keys == null) {
            if (link.place().kind() == KeyPlace.Kind.PKCS12) {
                SecretFile.check(link.place().file());
            }
            keys = UnlockedKeys.open(link.place(), pin.of(link.place().toString()));
            unlocked.put(link.place(), keys);
        }
        return keys.signer(link.entry());
    }
}
