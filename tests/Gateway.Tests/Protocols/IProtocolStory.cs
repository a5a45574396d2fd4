namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>A protocol's document, played against a gateway.</summary>
public interface IProtocolStory
{
    /// <summary>The document's file name.</summary>
    static abstract string Document { get; }

    DocumentedExamples Examples { get; }

    /// <summary>What the gateway said, by the name of the example.</summary>
    IReadOnlyDictionary<string, string> Received { get; }
}
