package dev.windrose.records.access;

import dev.windrose.platform.Actor;
import dev.windrose.testing.RecordWorld;
import java.util.List;
import java.util.function.Consumer;

/** Rules for tests of other packages. */
public final class AccessRulesOfTests {

    private AccessRulesOfTests() {}

    /** Puts the role of the person at a level for the types. */
    public static Consumer<String> of(RecordWorld owner, List<String> types, Actor person) {
        var world = new AccessWorld(owner.workspace(), owner);
        return name -> {
            var level = AccessLevel.of(name).orElseThrow();
            world.rules(types.stream()
                    .map(type -> new AccessRule(type, person.role(), level, level))
                    .toArray(AccessRule[]::new));
        };
    }
}
