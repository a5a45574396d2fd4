namespace OrleansContest.Gateway.Hub;

/// <summary>What waits for one socket: references to shared frames, bounded in number and bytes.</summary>
/// <remarks>
/// Control frames go first, between whole messages. The close frame goes last, and nothing is taken in after it. Whatever adds to an empty outbox must start its writer.
/// </remarks>
internal sealed class Outbox(SocketOptions options)
{
    private const int KeptCapacity = 16;

    private readonly Lock gate = new();
    private readonly Queue<OutboxItem> waiting = new();
    private readonly ControlFrames control = new();
    private Queue<OutboxItem>? held;
    private bool hasWriter;
    private bool isSealed;
    private int frames;
    private int bytes;
    private int answers;
    private TaskCompletionSource? emptied;

    /// <summary>Whether little enough waits, the frames on their way included, that a subscriber who fell behind may be served.</summary>
    public bool IsRoomy
    {
        get
        {
            lock (gate)
            {
                return frames <= options.OutboxFrames / 4 && bytes <= options.OutboxBytes / 4;
            }
        }
    }

    /// <summary>Takes frames in if the bounds allow it.</summary>
    public Admission TryAdd(in OutboxItem item)
    {
        lock (gate)
        {
            var fits = frames + item.Block.Frames <= options.OutboxFrames && bytes + item.Block.Weight <= options.OutboxBytes;
            return fits || isSealed ? Admit(item) : Admission.Refused;
        }
    }

    /// <summary>Takes frames in whatever else waits: answers, and what was weighed before.</summary>
    public Admission Add(in OutboxItem item)
    {
        lock (gate)
        {
            return Admit(item);
        }
    }

    /// <summary>Takes in an answer, unless as many answers wait already as there may be frames.</summary>
    public Admission TryAnswer(Block answer)
    {
        lock (gate)
        {
            return answers < options.OutboxFrames ? Admit(new OutboxItem(answer, null, Cursor.None)) : Admission.Refused;
        }
    }

    /// <summary>From now on keeps back what belongs to subscriptions, within the bounds, and lets answers pass.</summary>
    public void Hold()
    {
        lock (gate)
        {
            held ??= new Queue<OutboxItem>();
        }
    }

    /// <summary>Lets go what was kept back, behind the answers.</summary>
    public Admission Release()
    {
        lock (gate)
        {
            var kept = held;
            held = null;
            while (kept?.TryDequeue(out var item) == true)
            {
                waiting.Enqueue(item);
            }

            return waiting.Count > 0 ? ClaimWriter() : Admission.Waiting;
        }
    }

    /// <summary>Takes in a control frame of the framework's, which comes whole.</summary>
    public Admission AddControl(ReadOnlySpan<byte> frame)
    {
        lock (gate)
        {
            if (isSealed)
            {
                return Admission.Waiting;
            }

            isSealed = control.Add(frame);
            return ClaimWriter();
        }
    }

    /// <summary>Takes back what still waits of one subscription.</summary>
    /// <returns>Where the subscriber stands then; null if nothing waited.</returns>
    public Cursor? Withdraw(object owner)
    {
        lock (gate)
        {
            var first = Withdraw(waiting, owner);
            var kept = held is null ? null : Withdraw(held, owner);
            return first ?? kept;
        }
    }

    /// <summary>Forgets what waits, except a close frame.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var item in waiting)
            {
                Release(item.Block.Frames, item.Block.Weight);
            }

            foreach (var item in held ?? [])
            {
                Release(item.Block.Frames, item.Block.Weight);
            }

            waiting.Clear();
            held?.Clear();
            answers = 0;
            control.Clear(includingClose: false);
        }
    }

    /// <summary>Forgets everything and takes nothing more: the connection is gone.</summary>
    public void Break()
    {
        Clear();
        lock (gate)
        {
            control.Clear(includingClose: true);
            isSealed = true;
        }
    }

    /// <summary>Gives the writer what to send next; when there is nothing, it is the writer no more.</summary>
    public bool TryTake(out OutboxItem item)
    {
        lock (gate)
        {
            if (control.Take(isLast: waiting.Count == 0) is { } frame)
            {
                item = new OutboxItem(frame, null, Cursor.None);
                return true;
            }

            if (waiting.Count > 0)
            {
                item = Dequeue();
                return true;
            }

            item = default;
            Rest();
            return false;
        }
    }

    /// <summary>Gives the writer the next frames too, if they are messages of at most <paramref name="room"/> bytes.</summary>
    public bool TryTakeMore(int room, out OutboxItem item)
    {
        lock (gate)
        {
            var hasMore = !control.IsUrgent && waiting.TryPeek(out var next) && next.Block.Weight <= room;
            item = hasMore ? Dequeue() : default;
            return hasMore;
        }
    }

    /// <summary>Tells that frames have left.</summary>
    public void Sent(int frameCount, int weight)
    {
        lock (gate)
        {
            Release(frameCount, weight);
        }
    }

    /// <summary>Completes when nothing waits and no writer runs.</summary>
    public Task WhenEmptyAsync()
    {
        lock (gate)
        {
            if (!hasWriter)
            {
                return Task.CompletedTask;
            }

            emptied ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return emptied.Task;
        }
    }

    private Admission Admit(in OutboxItem item)
    {
        if (isSealed)
        {
            return Admission.Waiting;
        }

        frames += item.Block.Frames;
        bytes += item.Block.Weight;
        if (held is not null && item.Owner is not null)
        {
            held.Enqueue(item);
            return Admission.Waiting;
        }

        waiting.Enqueue(item);
        answers += item.Owner is null ? 1 : 0;
        return ClaimWriter();
    }

    private Cursor? Withdraw(Queue<OutboxItem> from, object owner)
    {
        Cursor? first = null;
        for (var left = from.Count; left > 0; left--)
        {
            var item = from.Dequeue();
            if (!ReferenceEquals(item.Owner, owner))
            {
                from.Enqueue(item);
                continue;
            }

            first ??= item.Before;
            Release(item.Block.Frames, item.Block.Weight);
        }

        return first;
    }

    private OutboxItem Dequeue()
    {
        var item = waiting.Dequeue();
        answers -= item.Owner is null ? 1 : 0;
        return item;
    }

    private Admission ClaimWriter()
    {
        if (hasWriter)
        {
            return Admission.Waiting;
        }

        hasWriter = true;
        return Admission.NeedsWriter;
    }

    private void Rest()
    {
        hasWriter = false;
        emptied?.TrySetResult();
        emptied = null;
        if (waiting.Capacity > KeptCapacity)
        {
            waiting.TrimExcess();
        }
    }

    private void Release(int frameCount, int weight)
    {
        frames -= frameCount;
        bytes -= weight;
    }
}
