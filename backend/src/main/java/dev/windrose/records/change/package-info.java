/**
 * Every write of a record. A module builds a {@link dev.windrose.records.change.ChangeDraft} and hands it to
 * {@link dev.windrose.records.change.Changes}: {@code preview} shows it, {@code apply} writes it, {@code propose} keeps it until somebody
 * decides. Row, history, change set and events are written in one transaction. Undo is the reverse change set; nothing else undoes anything.
 *
 * <p>Own rules of a type: a {@link dev.windrose.records.change.RecordRule} bean. Reactions in the process after the commit: a
 * {@link dev.windrose.records.change.ChangeListener} bean; reactions that must not be lost subscribe to the event log. Tables that
 * must agree with the records at every moment: a {@link dev.windrose.records.change.FollowChange} bean.
 */
@NamedInterface("change")
@NullMarked
package dev.windrose.records.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
