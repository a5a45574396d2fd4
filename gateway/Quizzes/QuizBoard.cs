using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Every quiz there is, for the public: looked at every two seconds while somebody wants it, and told when it is another picture.</summary>
internal sealed class QuizBoard : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<SpectatorSocket, (LatestOnly Telling, bool IsTold)> watchers = [];
    private readonly Dictionary<string, QuizCard> over = new(StringComparer.Ordinal);
    private readonly EveryQuiz quizzes;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Alarm alarm;
    private byte[] told = [];
    private bool isLooking;

    public QuizBoard(EveryQuiz quizzes, TimeProvider clock, ILogger<QuizBoard> logger)
    {
        (this.quizzes, this.clock, this.logger) = (quizzes, clock, logger);
        alarm = new Alarm(clock, Look);
    }

    /// <summary>What is being looked at.</summary>
    public Task Looking { get; private set; } = Task.CompletedTask;

    /// <summary>From now on the socket is told; the first time in any case.</summary>
    public void Add(SpectatorSocket socket)
    {
        lock (gate)
        {
            watchers[socket] = (new LatestOnly(socket), false);
        }

        Look();
    }

    public void Remove(SpectatorSocket socket)
    {
        lock (gate)
        {
            watchers.Remove(socket);
        }
    }

    public void Dispose() => alarm.Dispose();

    private void Look()
    {
        lock (gate)
        {
            if (!isLooking && watchers.Count > 0)
            {
                isLooking = true;
                Looking = LookAsync();
            }
        }
    }

    private async Task LookAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        do
        {
            try
            {
                var cards = await CardsAsync();
                Tell(JsonSerializer.SerializeToUtf8Bytes(new QuizListBody(cards), QuizAnswerJson.Plain.QuizListBody));
            }
            catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException or IOException)
            {
                QuizLog.NotListed(logger, fault);
                break;
            }
        }
        while (IsSomebodyUntold());
        alarm.Set(Every);
        lock (gate)
        {
            isLooking = false;
        }
    }

    /// <summary>Those that are over change no more, and are not asked again.</summary>
    private async Task<IReadOnlyList<QuizCard>> CardsAsync()
    {
        var ids = await quizzes.ListAsync(CancellationToken.None);
        var cards = new List<QuizCard>();
        foreach (var id in ids)
        {
            var card = over.GetValueOrDefault(id) ?? await quizzes.AskAsync([id], quiz => quiz.Card()).FirstOrDefaultAsync();
            if (card is not null)
            {
                cards.Add(card);
            }
        }

        over.Clear();
        cards.FindAll(card => card.Status == QuizStatus.Completed).ForEach(card => over.Add(card.Id, card));
        return cards;
    }

    private void Tell(byte[] present)
    {
        lock (gate)
        {
            var isNews = !present.AsSpan().SequenceEqual(told);
            told = present;
            var message = QuizReplies.Contests(present, clock.GetUtcNow());
            foreach (var (socket, (telling, isTold)) in watchers.ToList())
            {
                if (isNews || !isTold)
                {
                    telling.Tell(message);
                    watchers[socket] = (telling, true);
                }
            }
        }
    }

    private bool IsSomebodyUntold()
    {
        lock (gate)
        {
            return watchers.Values.Any(watcher => !watcher.IsTold);
        }
    }
}
