package org.countenance.manifest;

import java.util.OptionalLong;
import org.countenance.record.ExternalId;
import org.countenance.scope.ProductionType;

/**
 * What is produced, and by whom (decision.md section 4). Untrusted: the producer's word.
 *
 * @param id its identifier; one of a house's own scheme means something only together with the producer
 * @param title its title, for people
 * @param type its type, which a grant may pin
 * @param season its season, which a grant may pin
 * @param episodes how many episodes it has, which a grant may pin
 * @param producer party id of the producer
 */
public record Production(
        ExternalId id,
        String title,
        ProductionType type,
        OptionalLong season,
        OptionalLong episodes,
        String producer) {}
