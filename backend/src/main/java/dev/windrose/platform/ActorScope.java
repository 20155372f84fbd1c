package dev.windrose.platform;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actor of the running code. Bound by the security filter, a job or a command; nothing else may bind it. */
public final class ActorScope {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private ActorScope() {}

    /** @throws AppException NOT_SIGNED_IN where nobody acts */
    public static Actor current() {
        if (!CURRENT.isBound()) {
            throw new AppException(CommonError.NOT_SIGNED_IN, "Sign in first.");
        }
        return CURRENT.get();
    }

    public static Optional<Actor> ifBound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static <T extends @Nullable Object, X extends Throwable> T call(
            Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }

    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(work);
    }
}
