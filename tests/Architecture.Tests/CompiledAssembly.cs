using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OrleansContest.Architecture;

/// <summary>What a compiled assembly says of itself, read without loading it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader metadata;

    public CompiledAssembly(string name)
    {
        file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")));
        metadata = file.GetMetadataReader();
    }

    /// <summary>Simple names of the assemblies it was compiled against and uses.</summary>
    public IEnumerable<string> References =>
        metadata.AssemblyReferences.Select(handle => Text(metadata.GetAssemblyReference(handle).Name));

    /// <summary>Full names of the foreign types it uses.</summary>
    public IEnumerable<string> UsedTypes => metadata.TypeReferences.Select(NameOf);

    /// <summary>Foreign methods and fields it uses, as <c>System.Guid.NewGuid</c>.</summary>
    public IEnumerable<string> UsedMembers =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        select $"{NameOf((TypeReferenceHandle)member.Parent)}.{Text(member.Name)}";

    /// <summary>Its own public types, as the documentation file names them.</summary>
    public IEnumerable<string> PublicTypes =>
        from handle in metadata.TypeDefinitions
        let type = metadata.GetTypeDefinition(handle)
        where IsPublic(type)
        select NameOf(type);

    public void Dispose() => file.Dispose();

    private bool IsPublic(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private string NameOf(TypeDefinition type) => type.IsNested
        ? $"{NameOf(metadata.GetTypeDefinition(type.GetDeclaringType()))}.{Text(type.Name)}"
        : $"{Text(type.Namespace)}.{Text(type.Name)}";

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}.{Text(type.Name)}"
            : $"{Text(type.Namespace)}.{Text(type.Name)}";
    }

    private string Text(StringHandle handle) => metadata.GetString(handle);
}
