namespace OrleansContest.Matches;

/// <summary>Votes in one place: those cast in it and in whatever lies within it.</summary>
public sealed class Tally
{
    public int TeamA { get; private set; }

    public int TeamB { get; private set; }

    public int Votes => TeamA + TeamB;

    /// <summary>When the last of them was cast.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Whether a vote named this very place, so that it is shown unasked.</summary>
    public bool IsNamed { get; private set; }

    public void Add(TeamChoice team, DateTimeOffset at, bool isNamed)
    {
        TeamA += team == TeamChoice.TeamA ? 1 : 0;
        TeamB += team == TeamChoice.TeamB ? 1 : 0;
        LastAt = at;
        IsNamed |= isNamed;
    }

    internal void Restore(int teamA, int teamB, DateTimeOffset lastAt, bool isNamed) =>
        (TeamA, TeamB, LastAt, IsNamed) = (teamA, teamB, lastAt, isNamed);

    public PlaceCount Count => new(TeamA, TeamB);
}
