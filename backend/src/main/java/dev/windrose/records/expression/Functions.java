package dev.windrose.records.expression;

import dev.cel.common.CelFunctionDecl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be called in an expression. */
final class Functions {

    private static final List<Function> ALL = Stream.of(Operators.all(), Texts.all(), Numbers.all(), Dates.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Function> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Function::name, UnaryOperator.identity()));

    private Functions() {}

    static List<Function> all() {
        return ALL;
    }

    static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<CelFunctionDecl> declarations() {
        return ALL.stream().map(Function::declaration).toList();
    }
}
