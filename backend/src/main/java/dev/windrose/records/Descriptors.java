package dev.windrose.records;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All record types, as the workspace in scope has them; without somebody who acts, those built in. */
public class Descriptors {

    private final TypeSet builtIn;
    private final Supplier<TenantTypes> tenants;

    Descriptors(List<Descriptor> descriptors, Supplier<TenantTypes> tenants) {
        this.builtIn = new TypeSet(descriptors);
        this.tenants = tenants;
    }

    public Collection<Descriptor> all() {
        return types().all();
    }

    /** Those that every workspace has, without what the one in scope has added. */
    public TypeSet builtIn() {
        return builtIn;
    }

    public Optional<Descriptor> find(String name) {
        return types().find(name);
    }

    /** @throws AppException NOT_FOUND for a name that is no record type */
    public Descriptor get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /** By the name in addresses, for example {@code companies}. */
    public Descriptor byPlural(String plural) {
        return types().byPlural(plural).orElseThrow(() -> unknown(plural));
    }

    /** Call before a write: the types then stay as they are until the transaction ends. */
    public void hold() {
        tenants.get().hold(ActorScope.current().tenant());
    }

    /** Call in a transaction that changes what the types of the workspace say, such as the choices of a field. */
    public void changed() {
        tenants.get().changed(ActorScope.current().tenant());
    }

    private TypeSet types() {
        return ActorScope.ifBound()
                .map(actor -> tenants.get().of(actor.tenant(), builtIn))
                .orElse(builtIn);
    }

    private static AppException unknown(String name) {
        return new AppException(CommonError.NOT_FOUND, "There is no record type \"%s\".".formatted(name));
    }
}
