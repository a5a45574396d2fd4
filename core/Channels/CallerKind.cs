namespace OrleansContest.Channels;

/// <summary>What a caller showed.</summary>
public enum CallerKind
{
    Anonymous,
    Key,
    Token,
    Trusted,
}
