namespace OrleansContest.Channels;

/// <summary>An update that has no number yet; the runner gives it one.</summary>
/// <inheritdoc cref="Update" path="/param"/>
public readonly record struct UpdateDraft(string Type, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Beside = default);
