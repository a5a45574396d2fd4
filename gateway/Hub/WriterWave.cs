namespace OrleansContest.Gateway.Hub;

/// <summary>The writers that one turn of a feed has woken. They are started together, many to a work item.</summary>
internal sealed class WriterWave
{
    private const int MostPerItem = 64;

    private readonly List<SocketWriter> woken = [];

    public void Add(SocketWriter writer, Admission admission)
    {
        if (admission == Admission.NeedsWriter)
        {
            woken.Add(writer);
        }
    }

    public void Start()
    {
        var share = Math.Clamp(woken.Count / Environment.ProcessorCount, 1, MostPerItem);
        for (var i = 0; i < woken.Count; i += share)
        {
            ThreadPool.UnsafeQueueUserWorkItem(new Share([.. woken.Skip(i).Take(share)]), preferLocal: false);
        }

        woken.Clear();
    }

    private sealed class Share(SocketWriter[] writers) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            foreach (IThreadPoolWorkItem writer in writers)
            {
                writer.Execute();
            }
        }
    }
}
