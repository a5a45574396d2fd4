namespace OrleansContest.Contests;

/// <summary>An operator's own figures over the whole contest. An entry without an operator counts for its station.</summary>
public sealed record ScoreboardRow(
    string Operator,
    int Qsos,
    int Points,
    int CwContacts,
    int SsbContacts,
    int FtxContacts,
    IReadOnlyDictionary<string, int> Bands,
    IReadOnlyDictionary<string, int> Modes);
