using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>One socket's interest in one channel. Touched by its feed only.</summary>
/// <param name="socket">Whose.</param>
/// <param name="key">What it wants, and in which dialect.</param>
/// <param name="since">What the client has already.</param>
/// <param name="welcome">Sent before anything else of the channel; null where the contract has nothing of the sort.</param>
internal sealed class Subscription(SpectatorSocket socket, VariantKey key, Cursor since, Block? welcome)
{
    private readonly object audience = new();
    private readonly object moments = new();
    private Moments? toldBefore;
    private Moments? told;
    private Block? welcome = welcome;
    private TaskCompletionSource<JoinOutcome> joining = new();

    public SpectatorSocket Socket => socket;

    public VariantKey Key => key;

    public Cursor Cursor { get; private set; } = since;

    /// <summary>Its seat in the channel; null where none is wanted.</summary>
    public Seat? Seat { get; private set; }

    /// <summary>Whether it wants to hear how many are watching.</summary>
    public bool WantsAudience { get; init; }

    /// <summary>Writes full states for this subscriber alone, where the contract has something of its own in them; null where all are alike.</summary>
    public IDialect? OwnFull { get; init; }

    /// <summary>Completed when the client has been sent all that makes a newcomer current; null where nobody waits for that.</summary>
    public TaskCompletionSource? Arriving { get; init; }

    /// <summary>Set while the client is a newcomer: its first full state names no update before it.</summary>
    public bool IsNew { get; private set; } = true;

    /// <summary>A newcomer's full state should be no older than what the feed had when it came.</summary>
    public long NotBefore { get; set; }

    /// <summary>Set once the channel was asked whether it is further than this gateway knew, because the client says so.</summary>
    public bool WasChecked { get; set; }

    /// <summary>Set when resuming was found to cost more than the full state.</summary>
    public bool TakesFull { get; set; }

    /// <summary>Its place among the live ones of its variant; less than 0 when it is not live.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Sits down. The seat is given back when the subscription ends.</summary>
    public void Take(Seat seat)
    {
        Seat = seat;
        seat.Occupy(socket);
    }

    /// <summary>Knocks at a feed, which will <see cref="Settle"/> it.</summary>
    public Task<JoinOutcome> Knock()
    {
        joining = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return joining.Task;
    }

    /// <summary>Tells the client's side what became of it. Only the first outcome counts.</summary>
    public void Settle(JoinOutcome outcome) => joining.TrySetResult(outcome);

    /// <summary>It is a newcomer no more.</summary>
    public void Arrive()
    {
        IsNew = false;
        Arriving?.TrySetResult();
    }

    public void Welcome(WriterWave wave)
    {
        if (welcome is { } first)
        {
            welcome = null;
            wave.Add(socket.Writer, socket.Outbox.Add(new OutboxItem(first, null, Cursor.None)));
        }

        Settle(JoinOutcome.Joined);
    }

    /// <summary>Sends live updates, if the outbox takes them.</summary>
    public bool TrySend(Block block, long through, Cursor next, WriterWave wave)
    {
        var admission = socket.Outbox.TryAdd(new OutboxItem(block, this, Cursor with { Through = through }));
        if (admission == Admission.Refused)
        {
            return false;
        }

        wave.Add(socket.Writer, admission);
        Cursor = next;
        return true;
    }

    /// <summary>Sends what makes the subscriber current, whatever waits.</summary>
    public void Send(Block block, Cursor next, WriterWave wave)
    {
        wave.Add(socket.Writer, socket.Outbox.Add(new OutboxItem(block, this, Cursor)));
        Cursor = next;
    }

    /// <summary>Tells how many are watching, in place of what still waits of the sort, if the outbox takes it.</summary>
    public bool TryTell(Block count, WriterWave wave)
    {
        socket.Outbox.Withdraw(audience);
        return TryAdd(count, audience, wave);
    }

    /// <summary>Takes back what still waits of what is only of the moment: it is about to be out of date.</summary>
    /// <returns>What the subscriber has been told; null when nothing.</returns>
    public Moments? WithdrawMoments()
    {
        if (socket.Outbox.Withdraw(moments) is not null)
        {
            told = toldBefore;
        }

        return told;
    }

    /// <summary>Tells what is only of the moment, if the outbox takes it.</summary>
    /// <param name="present">All that there is of the sort.</param>
    /// <param name="news">What of it the subscriber has not been told; null when there is nothing.</param>
    /// <param name="wave">Takes the writer.</param>
    public bool TryTell(Moments present, Block? news, WriterWave wave)
    {
        if (news is not null && !TryAdd(news, moments, wave))
        {
            return false;
        }

        (toldBefore, told) = (news is null ? present : told, present);
        return true;
    }

    /// <summary>The subscriber has been sent a full state, and knows what that shows of the moment.</summary>
    public void HasSeen(Moments? shown) => (toldBefore, told) = (shown, shown);

    /// <summary>What the subscriber was told of the moment holds no more for certain.</summary>
    public void ForgetMoments() => HasSeen(null);

    /// <summary>Takes back all that waits, and leaves the seat.</summary>
    public void End()
    {
        socket.Outbox.Withdraw(this);
        socket.Outbox.Withdraw(audience);
        socket.Outbox.Withdraw(moments);
        Seat?.Dispose();
    }

    /// <summary>Goes on without a block: nothing in it was wanted.</summary>
    public void Pass(long through) => Cursor = Cursor with { Through = through };

    /// <summary>Takes back what waits; the subscriber now misses all after its cursor.</summary>
    /// <param name="through">The number up to which it was live.</param>
    public void FallBehind(long through)
    {
        Cursor = socket.Outbox.Withdraw(this) ?? Cursor with { Through = through };
        socket.Outbox.Withdraw(moments);
        ForgetMoments();
    }

    /// <summary>What the client said it has is no position of this channel.</summary>
    public void Forget() => Cursor = Cursor.None;

    private bool TryAdd(Block block, object sort, WriterWave wave)
    {
        var admission = socket.Outbox.TryAdd(new OutboxItem(block, sort, Cursor.None));
        wave.Add(socket.Writer, admission);
        return admission != Admission.Refused;
    }
}
