using System.ComponentModel.DataAnnotations;
using OrleansContest.Channels;

namespace OrleansContest.Silo;

/// <summary>Reads our section of the configuration, and stops the start where it is not right.</summary>
internal static class ClusterConfiguration
{
    /// <exception cref="StorageUnusableException">A value is missing or wrong, or a key unknown; the message names it.</exception>
    public static ClusterOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(ClusterOptions.Section);
        var options = new ClusterOptions();
        try
        {
            section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ValidationException)
        {
            throw new StorageUnusableException($"The settings under {ClusterOptions.Section} are not right: {fault.Message}", fault);
        }
    }
}
