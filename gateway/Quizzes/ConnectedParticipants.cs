namespace OrleansContest.Gateway.Quizzes;

/// <summary>The participants of a quiz who are connected to this gateway, one socket each.</summary>
internal sealed class ConnectedParticipants
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ParticipantPlace> here = new(StringComparer.Ordinal);

    public IReadOnlyList<ParticipantPlace> All
    {
        get
        {
            lock (gate)
            {
                return [.. here.Values];
            }
        }
    }

    public ParticipantPlace? Find(string userId)
    {
        lock (gate)
        {
            return here.GetValueOrDefault(userId);
        }
    }

    /// <summary>Takes somebody in, in place of an earlier socket of theirs, which is closed.</summary>
    public void Enter(ParticipantPlace place)
    {
        ParticipantPlace? former;
        lock (gate)
        {
            former = here.GetValueOrDefault(place.UserId);
            here[place.UserId] = place;
        }

        former?.Replace();
    }

    /// <summary>A socket is gone. If its user has come again meanwhile, they stay.</summary>
    public void Leave(ParticipantPlace place)
    {
        lock (gate)
        {
            if (here.GetValueOrDefault(place.UserId) == place)
            {
                here.Remove(place.UserId);
            }
        }
    }
}
