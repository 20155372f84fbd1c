package dev.windrose.platform;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which declared features are on in the workspace of the actor. */
@Component
public class FeatureFlags {

    private final List<FeatureFlag> declared;
    private final FeatureFlagStore store;
    private final Clock clock;

    FeatureFlags(ObjectProvider<FeatureFlag> declared, FeatureFlagStore store, Clock clock) {
        this.declared = declared.stream()
                .sorted(Comparator.comparing(FeatureFlag::name))
                .toList();
        this.store = store;
        this.clock = clock;
    }

    public List<FeatureFlag> declared() {
        return declared;
    }

    @Transactional(readOnly = true)
    public boolean enabled(String name) {
        return all().getOrDefault(name, false);
    }

    @Transactional(readOnly = true)
    public Map<String, Boolean> all() {
        var set = store.all(ActorScope.current().tenant());
        var flags = new TreeMap<String, Boolean>();
        declared.forEach(flag -> flags.put(flag.name(), set.getOrDefault(flag.name(), flag.enabledByDefault())));
        return flags;
    }

    @Transactional
    public void set(String name, boolean enabled) {
        Permissions.require(Operation.MANAGE, "flags");
        if (declared.stream().noneMatch(flag -> flag.name().equals(name))) {
            throw new AppException(CommonError.NOT_FOUND, "There is no feature '" + name + "'.");
        }
        store.set(ActorScope.current().tenant(), name, enabled, clock.instant());
    }
}
