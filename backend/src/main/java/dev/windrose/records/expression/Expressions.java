package dev.windrose.records.expression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compiles expressions, once per workspace and form of the record types they read. */
@Component
public class Expressions {

    private record Key(TenantId tenant, String type, String text) {}

    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private final Descriptors descriptors;

    Expressions(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    /** @throws BadExpression for what cannot be read */
    public Expression compiled(Descriptor type, String text) throws BadExpression {
        var key = new Key(ActorScope.current().tenant(), type.name(), text);
        var known = compiled.getIfPresent(key);
        if (known != null && known.type() == type && current(known)) {
            return known;
        }
        var fresh = compile(type, text);
        compiled.put(key, fresh);
        return fresh;
    }

    /** As {@link #compiled}, for a type with fields that are not saved yet. */
    public Expression compile(Descriptor type, String text) throws BadExpression {
        var shapes = new RecordShapes(name -> name.equals(type.name()) ? Optional.of(type) : descriptors.find(name));
        return new Expression(text, type, ReadExpression.of(text, type, shapes), shapes);
    }

    private boolean current(Expression known) {
        return known.types().entrySet().stream()
                .allMatch(entry -> entry.getKey().equals(known.type().name())
                        || descriptors.find(entry.getKey()).orElse(null) == entry.getValue());
    }
}
