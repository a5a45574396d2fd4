namespace OrleansContest.Bench.Fanout;

/// <summary>How one of the servers beside is started and spoken to.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Folder">Where it runs.</param>
/// <param name="Command">What starts it; PORT stands for its port.</param>
/// <param name="Path">Where its WebSockets are.</param>
internal sealed record ServerRecipe(string Name, string Folder, IReadOnlyList<string> Command, string Path)
{
    /// <inheritdoc cref="IFanoutServer.Greeting"/>
    public string? Greeting { get; init; }

    /// <inheritdoc cref="IFanoutServer.Welcome"/>
    public string? Welcome { get; init; }

    /// <summary>Done before it is started.</summary>
    public Action<int>? Prepare { get; init; }
}
