/** The registry's records, log and decision: pure functions over bytes, instants and records. */
module org.countenance.core {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.nimbusds.jose.jwt;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;

    exports org.countenance.base;
    exports org.countenance.json;
    exports org.countenance.record;
}
