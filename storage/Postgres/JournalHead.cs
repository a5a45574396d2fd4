namespace OrleansContest.Storage.Postgres;

/// <summary>What the database knows of a channel.</summary>
/// <param name="Key">Its key in the journal's table.</param>
/// <param name="Epoch">The numbering.</param>
/// <param name="Last">Number of its last record.</param>
internal sealed record JournalHead(long Key, string Epoch, long Last);
