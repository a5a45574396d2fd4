using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Tells participants where they stand, each in a message of their own: with every leaderboard, and at the end.</summary>
/// <remarks>
/// Asks for many at once, one question at a time. What is due meanwhile waits, and is then answered by the latest there is; whoever has
/// been told of that leaderboard by an earlier answer already is not told again.
/// </remarks>
internal sealed class PlacingsTeller : IDisposable
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly HashSet<string> due = new(StringComparer.Ordinal);
    private readonly HashSet<string> wanting = new(StringComparer.Ordinal);
    private readonly ConnectedParticipants participants;
    private readonly Func<IReadOnlyList<string>, Task<Placings?>> askAsync;
    private readonly string quiz;
    private readonly ILogger logger;
    private readonly Alarm alarm;
    private OwnMessages? end;
    private bool isTelling;

    public PlacingsTeller(
        string quiz, ConnectedParticipants participants, Func<IReadOnlyList<string>, Task<Placings?>> askAsync, TimeProvider clock, ILogger logger)
    {
        (this.quiz, this.participants, this.askAsync, this.logger) = (quiz, participants, askAsync, logger);
        alarm = new Alarm(clock, Start);
    }

    /// <summary>What is being told.</summary>
    public Task Telling { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the end is known; from then on that is all that is told.</summary>
    public bool HasEnded => end is not null;

    /// <summary>Tells one of them in any case.</summary>
    public void Tell(string userId)
    {
        lock (gate)
        {
            due.Add(userId);
            wanting.Add(userId);
        }

        Start();
    }

    public void TellAll()
    {
        lock (gate)
        {
            due.UnionWith(participants.All.Select(place => place.UserId));
        }

        Start();
    }

    public void End(ContestEnd ending)
    {
        lock (gate)
        {
            end = OwnMessages.End(ending);
        }

        TellAll();
    }

    public void Dispose() => alarm.Dispose();

    private void Start()
    {
        lock (gate)
        {
            if (!isTelling && due.Count > 0)
            {
                isTelling = true;
                Telling = TellAsync();
            }
        }
    }

    private async Task TellAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Take() is ({ Count: > 0 } users, var wants, var ending))
        {
            try
            {
                if (await askAsync(users) is { } placings)
                {
                    Tell(users, wants, placings, ending);
                }
            }
            catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException)
            {
                QuizLog.Unanswered(logger, fault, quiz);
                TryAgain(users, wants);
                return;
            }
        }
    }

    private (IReadOnlyList<string> Users, IReadOnlySet<string> Wanting, OwnMessages? End) Take()
    {
        lock (gate)
        {
            List<string> taken = [.. due.Take(MostAtOnce)];
            var wants = taken.Where(wanting.Contains).ToHashSet(StringComparer.Ordinal);
            due.ExceptWith(taken);
            wanting.ExceptWith(taken);
            isTelling = taken.Count > 0;
            return (taken, wants, end);
        }
    }

    private void TryAgain(IReadOnlyList<string> users, IReadOnlySet<string> wants)
    {
        lock (gate)
        {
            due.UnionWith(users);
            wanting.UnionWith(wants);
            isTelling = false;
        }

        alarm.Set(pause);
    }

    private void Tell(IReadOnlyList<string> users, IReadOnlySet<string> wants, Placings placings, OwnMessages? ending)
    {
        var messages = ending ?? OwnMessages.Leaderboard(quiz, placings);
        var rows = placings.Rows.ToDictionary(row => row.UserId, StringComparer.Ordinal);
        foreach (var place in users.Select(participants.Find).OfType<ParticipantPlace>())
        {
            var message = messages.For(rows.GetValueOrDefault(place.UserId));
            if (ending is not null)
            {
                place.TellEnd(message);
            }
            else if (place.IsNewTo(placings.Edition) || wants.Contains(place.UserId))
            {
                place.Tell(message);
            }
        }
    }
}
