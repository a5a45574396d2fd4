using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Tells a quiz who is connected to this gateway: whoever comes at once, everybody every ten seconds. Closes those who have come again elsewhere.</summary>
internal sealed class AttendanceTeller : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly List<ParticipantPlace> newcomers = [];
    private readonly string gateway;
    private readonly string quiz;
    private readonly ConnectedParticipants participants;
    private readonly Func<IQuiz> channel;
    private readonly ILogger logger;
    private readonly Alarm alarm;
    private bool isDue;
    private bool isTelling;
    private bool wasAnybodyHere;

    public AttendanceTeller(
        string gateway, string quiz, ConnectedParticipants participants, Func<IQuiz> channel, TimeProvider clock, ILogger logger)
    {
        (this.gateway, this.quiz, this.participants, this.channel, this.logger) = (gateway, quiz, participants, channel, logger);
        alarm = new Alarm(clock, TellAll);
        alarm.Set(Every);
    }

    /// <summary>What is being told.</summary>
    public Task Telling { get; private set; } = Task.CompletedTask;

    public void Came(ParticipantPlace place)
    {
        lock (gate)
        {
            newcomers.Add(place);
            Start();
        }
    }

    public void Dispose() => alarm.Dispose();

    private void TellAll()
    {
        alarm.Set(Every);
        lock (gate)
        {
            var isAnybodyHere = participants.All.Count > 0;
            isDue |= isAnybodyHere || wasAnybodyHere;
            wasAnybodyHere = isAnybodyHere;
            Start();
        }
    }

    private void Start()
    {
        if (!isTelling)
        {
            isTelling = true;
            Telling = TellAsync();
        }
    }

    private async Task TellAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Take() is { } next)
        {
            try
            {
                var outcome = await channel().Attend(gateway, [.. next.Places.Select(place => new Attendee(place.UserId, place.ConnectionId))], next.AreAll);
                if (!outcome.IsRefused())
                {
                    Replace(next.Places, outcome.Value.Replaced);
                }
            }
            catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException)
            {
                // Everybody is told again within ten seconds, those who came included.
                QuizLog.Unanswered(logger, fault, quiz);
            }
        }
    }

    private (IReadOnlyList<ParticipantPlace> Places, bool AreAll)? Take()
    {
        lock (gate)
        {
            if (!isDue && newcomers.Count == 0)
            {
                isTelling = false;
                return null;
            }

            (IReadOnlyList<ParticipantPlace> Places, bool AreAll) taken = (isDue ? participants.All : [.. newcomers], isDue);
            newcomers.Clear();
            isDue = false;
            return taken;
        }
    }

    private static void Replace(IReadOnlyList<ParticipantPlace> places, IReadOnlyList<string> replaced)
    {
        if (replaced.Count > 0)
        {
            var gone = replaced.ToHashSet(StringComparer.Ordinal);
            foreach (var place in places.Where(place => gone.Contains(place.ConnectionId)))
            {
                place.Replace();
            }
        }
    }
}
