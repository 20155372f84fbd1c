package dev.windrose.llm.model;

import java.util.function.Consumer;

/** Tells whoever has work done what the language model was asked within it, and for how much. */
public final class ModelMeter {

    private static final ScopedValue<Consumer<ModelCall>> CURRENT = ScopedValue.newInstance();

    private ModelMeter() {}

    public static <T, X extends Throwable> T during(
            Consumer<ModelCall> meter, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, meter).call(work);
    }

    static void tell(ModelCall call) {
        if (CURRENT.isBound()) {
            CURRENT.get().accept(call);
        }
    }
}
