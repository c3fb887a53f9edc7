// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <dlfcn.h>

namespace nanocap::sources {

namespace {

template <class Function>
bool resolve(void* handle, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(dlsym(handle, name));
    return function != nullptr;
}

} // namespace

QString GstLibrary::path()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath()
                           + QStringLiteral("/../lib/nanocap/libnanocap_gst.so"));
}

tl::expected<std::unique_ptr<GstLibrary>, QString> GstLibrary::load(const QString& path)
{
    void* handle = dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        return tl::unexpected(QString::fromLocal8Bit(dlerror()));
    auto library = std::unique_ptr<GstLibrary>(new GstLibrary(handle));
    nanocap_gst_version_fn version = nullptr;
    const bool complete = resolve(handle, "nanocap_gst_version", version) && version() == NANOCAP_GST_VERSION
                          && resolve(handle, "nanocap_gst_create", library->create)
                          && resolve(handle, "nanocap_gst_open", library->open)
                          && resolve(handle, "nanocap_gst_read", library->read)
                          && resolve(handle, "nanocap_gst_interrupt", library->interrupt)
                          && resolve(handle, "nanocap_gst_error", library->error)
                          && resolve(handle, "nanocap_gst_destroy", library->destroy);
    if (!complete)
        return tl::unexpected(QStringLiteral("the GStreamer plugin is of another version"));
    return library;
}

GstLibrary::~GstLibrary()
{
    dlclose(m_handle);
}

} // namespace nanocap::sources
