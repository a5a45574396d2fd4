namespace OrleansContest.Contests;

/// <summary>What a caller showed.</summary>
public enum CallerKind
{
    Anonymous,
    Key,
    Token,
    Trusted,
}
