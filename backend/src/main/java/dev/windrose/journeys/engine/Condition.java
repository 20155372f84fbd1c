package dev.windrose.journeys.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What an event has to be: all tests hold. Without a test any event will do. */
public record Condition(List<Test> tests) {

    public static final Condition ANY = new Condition(List.of());

    /**
     * @param values the empty text stands for events without a value
     * @param not whether the value has to be none of them
     */
    public record Test(Dimension dimension, Set<String> values, boolean not) {}

    public static Condition kind(String... kinds) {
        return ANY.and(Dimension.KIND, kinds);
    }

    public Condition and(Dimension dimension, String... values) {
        return plus(new Test(dimension, Set.of(values), false));
    }

    public Condition andNot(Dimension dimension, String... values) {
        return plus(new Test(dimension, Set.of(values), true));
    }

    private Condition plus(Test test) {
        var all = new Test[tests.size() + 1];
        tests.toArray(all);
        all[tests.size()] = test;
        return new Condition(Arrays.asList(all));
    }
}
