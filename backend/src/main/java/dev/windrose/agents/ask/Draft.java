package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Question.Group;
import dev.windrose.agents.ask.Question.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question while it is read. What a later turn says takes the place of what an earlier one said of the same. */
final class Draft {

    @Nullable
    String type;

    final List<Condition> conditions = new ArrayList<>();
    final List<String> show = new ArrayList<>();
    final List<Days> periods = new ArrayList<>();
    final List<Named> named = new ArrayList<>();

    @Nullable
    Measure measure;

    @Nullable
    Group group;

    Order order = Order.NONE;

    @Nullable
    String orderBy;

    boolean descending = true;
    int most;
    boolean whether;
    boolean difference;
    boolean why;

    @Nullable
    String currency;

    @Nullable
    LocalDate asOf;
    /** Words that nothing was made of. */
    final List<String> left = new ArrayList<>();
    /** What has to be asked back. */
    @Nullable
    String unclear;
    /** A capitalised name that nobody knows. */
    @Nullable
    String unknown;
    /** The values that are set against each other: "Felix or Kofi". */
    final List<Condition> sides = new ArrayList<>();

    void add(Condition condition) {
        if (!conditions.contains(condition)) {
            conditions.add(condition);
        }
    }

    /** Puts what a later turn says into what this one said. */
    Draft edited(Draft later) {
        var all = new Draft();
        all.type = later.type == null ? type : later.type;
        boolean other = all.type != null && !all.type.equals(type);
        if (!other) {
            conditions.stream()
                    .filter(old -> later.conditions.stream().noneMatch(fresh -> replaces(fresh, old)))
                    .forEach(all::add);
            all.show.addAll(show);
            all.group = group;
            all.measure = measure;
            all.order = order;
            all.orderBy = orderBy;
            all.descending = descending;
            all.most = most;
        }
        later.conditions.forEach(all::add);
        if (!later.show.isEmpty()) {
            all.show.clear();
            all.show.addAll(later.show);
        }
        all.measure = later.measure == null ? all.measure : later.measure;
        all.group = later.group == null ? all.group : later.group;
        all.order = later.order == Order.NONE ? all.order : later.order;
        all.orderBy = later.orderBy == null ? all.orderBy : later.orderBy;
        all.most = later.most == 0 ? all.most : later.most;
        all.whether = later.whether;
        all.difference = later.difference;
        all.why = later.why;
        all.currency = later.currency == null ? currency : later.currency;
        all.asOf = later.asOf == null ? asOf : later.asOf;
        all.left.addAll(later.left);
        all.unclear = later.unclear;
        all.unknown = later.unknown;
        all.sides.addAll(later.sides);
        all.periods.addAll(later.periods);
        return all;
    }

    /** Of the same path; what is said of amounts is a further bound. */
    private static boolean replaces(Condition fresh, Condition old) {
        if (fresh instanceof Condition.When && old instanceof Condition.When) {
            return true;
        }
        return fresh.path().equals(old.path()) && !(fresh instanceof Condition.Amount)
                || fresh instanceof Condition.Is
                        && old instanceof Condition.Is
                        && fresh.path().equals("id");
    }
}
