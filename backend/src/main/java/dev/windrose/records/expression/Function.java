package dev.windrose.records.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function or operator of the language: what it takes, what people read about it, and what it does.
 *
 * @param group heading in the guide; empty for what is not listed there
 * @param strict empty where one of its arguments is; others get empty arguments
 * @param clock its value depends on the time of evaluation
 */
record Function(
        String name,
        String group,
        String meaning,
        String example,
        boolean strict,
        boolean clock,
        List<Form> forms,
        Body body) {

    /** @param member written as {@code a.name(b)} */
    record Form(CelType result, List<CelType> takes, boolean member) {}

    @FunctionalInterface
    interface Body {
        @Nullable
        Object of(Arguments arguments);
    }

    static Function strict(String name, String group, String meaning, String example, Body body, Form... forms) {
        return new Function(name, group, meaning, example, true, false, List.of(forms), body);
    }

    static Function lenient(String name, String group, String meaning, String example, Body body, Form... forms) {
        return new Function(name, group, meaning, example, false, false, List.of(forms), body);
    }

    static Function operator(String name, Body body, Form... forms) {
        return strict(name, "", "", "", body, forms);
    }

    static Form form(CelType result, CelType... takes) {
        return new Form(result, List.of(takes), false);
    }

    static Form member(CelType result, CelType... takes) {
        return new Form(result, List.of(takes), true);
    }

    /** The same for two to six arguments. */
    static Form[] upToSix(CelType result, CelType argument) {
        var forms = new ArrayList<Form>();
        for (int count = 2; count <= 6; count++) {
            forms.add(new Form(result, Collections.nCopies(count, argument), false));
        }
        return forms.toArray(Form[]::new);
    }

    Function readingClock() {
        return new Function(name, group, meaning, example, strict, true, forms, body);
    }

    /** Its value depends on exchange rates. */
    boolean rates() {
        return name.equals("convert");
    }

    CelFunctionDecl declaration() {
        var overloads = new ArrayList<CelOverloadDecl>();
        for (int at = 0; at < forms.size(); at++) {
            var form = forms.get(at);
            String id = name + "#" + at;
            overloads.add(
                    form.member()
                            ? CelOverloadDecl.newMemberOverload(id, form.result(), form.takes())
                            : CelOverloadDecl.newGlobalOverload(id, form.result(), form.takes()));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    /** What it takes, for people: "(text), (text, a number)"; "(text, text, …)" for two to six of a kind. */
    String told() {
        return forms.stream()
                .filter(form -> !form.member() && !(form.takes().size() > 2 && several(form.takes(), 2)))
                .map(form -> form.takes().stream()
                        .map(Kinds::told)
                        .collect(Collectors.joining(", ", "(", several(form.takes(), 6) ? ", …)" : ")")))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** Whether it also takes so many of the kind of the first. */
    private boolean several(List<CelType> like, int count) {
        return !like.isEmpty()
                && forms.stream().anyMatch(form -> form.takes().equals(Collections.nCopies(count, like.getFirst())));
    }
}
