package dev.windrose.crm.home;

import dev.windrose.crm.home.HomePage.DealList;
import dev.windrose.crm.home.HomeStore.Group;
import dev.windrose.platform.cache.SharedCache;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the first page is made of. Kept for everybody who sees every deal and account whole; worked out anew for everybody else. */
@Component
class HomeFigures {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final HomeStore store;
    private final SharedCache cache;
    private final AccessSql access;
    private final Descriptors descriptors;

    HomeFigures(HomeStore store, SharedCache cache, AccessSql access, Descriptors descriptors) {
        this.store = store;
        this.cache = cache;
        this.access = access;
        this.descriptors = descriptors;
    }

    /** @param won deals since the first day of the quarter */
    record Found(List<Group> open, List<Group> won, DealList withoutNextStep, DealList overdue, DealList closing) {}

    /** @param owner of the deals; null for those of everybody */
    Found of(LocalDate quarter, LocalDate today, @Nullable UUID owner) {
        boolean whole = access.seesAll(descriptors.get("deal"))
                && access.seesAll(descriptors.get("company"))
                && !access.hidesAnything();
        return whole
                ? cache.get(
                        "home %s %s %s".formatted(quarter, today, owner),
                        Set.of("deal", "company"),
                        LIFE,
                        Found.class,
                        () -> read(quarter, today, owner))
                : read(quarter, today, owner);
    }

    private Found read(LocalDate quarter, LocalDate today, @Nullable UUID owner) {
        return new Found(
                store.open(owner),
                store.wonSince(quarter, owner),
                store.withoutNextStep(owner),
                store.overdue(today, owner),
                store.closingUntil(today.with(TemporalAdjusters.lastDayOfMonth()), owner));
    }
}
