package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Who sent a request, asked again while its answer goes on: a role, a token, a session or a look with other eyes may end before a stream does.
 */
public final class Recognition {

    private static final String ATTRIBUTE = Recognition.class.getName();

    private Recognition() {}

    /** @param again finds the sender anew */
    public static void keep(HttpServletRequest request, Actor actor, Supplier<Optional<Actor>> again) {
        BooleanSupplier holds = () -> again.get().filter(actor::equals).isPresent();
        request.setAttribute(ATTRIBUTE, holds);
    }

    /** Whether the request would still be answered as it was. */
    public static BooleanSupplier of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier holds ? holds : () -> false;
    }
}
