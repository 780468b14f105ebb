package org.countenance.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.verify.Outcome;
import org.countenance.words.Language;

/**
 * What an audit of many manifests found: the answer about each, given of one state of a log, by one policy, as of one instant. It
 * is all that the reports of an audit show.
 *
 * @param evaluated as of when
 * @param log the state of the log that everything was asked of
 * @param policy SHA-256 of the trust policy
 * @param horizon until when what ends is told
 * @param titles what became of every manifest, in the order of their paths
 * @param leftOut how many JSON files that are no manifests were met in directories
 * @param policyEndings what the policy relies on that ends by the horizon, in words
 * @param names what people call the parties
 * @param acceptWaivers whether a title that is cleared but for waivers passes
 * @param status the status that the command ends with, where a command asks
 * @param language in which reports for people are written; those for programs are the same in all
 */
public record Audit(
        Instant evaluated,
        AuditAnswer.Log log,
        Bytes policy,
        Instant horizon,
        List<AuditTitle> titles,
        long leftOut,
        List<PolicyEnding> policyEndings,
        Names names,
        boolean acceptWaivers,
        Optional<Integer> status,
        Language language) {

    /**
     * Something that the trust policy says until some day.
     *
     * @param what a key of the log, or a party that is believed, in words
     * @param until when it ends
     */
    public record PolicyEnding(String what, Instant until) {}

    /** Keeps copies. */
    public Audit {
        titles = List.copyOf(titles);
        policyEndings = List.copyOf(policyEndings);
    }

    /** The same in another language. */
    public Audit in(Language other) {
        return new Audit(
                evaluated, log, policy, horizon, titles, leftOut, policyEndings, names, acceptWaivers, status, other);
    }

    /** The titles that have an answer. */
    public List<AuditTitle> answered() {
        return titles.stream().filter(title -> title.answer().isPresent()).toList();
    }

    /** The answer as a pipeline is to take it: waivers that it does not accept leave doubt. */
    Outcome judged(AuditAnswer answer) {
        return answer.outcome() == Outcome.CLEARED_WITH_WAIVERS && !acceptWaivers
                ? Outcome.UNDETERMINED
                : answer.outcome();
    }

    /** How many titles are in this state. */
    public long count(AuditTitle.State state) {
        return titles.stream().filter(title -> title.state() == state).count();
    }
}
